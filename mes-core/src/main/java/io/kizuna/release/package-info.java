/** Review by exception, computed gates and the disposition of a batch. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "signature",
      "personnel",
      "identity",
      "recipe",
      "batch",
      "processdata",
      "batchrecord"
    })
@NullMarked
package io.kizuna.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
