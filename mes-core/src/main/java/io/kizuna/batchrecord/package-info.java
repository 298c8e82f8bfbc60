/** The electronic batch record: what was done, by whom, with which values. Append only. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "signature",
      "personnel",
      "identity",
      "material",
      "equipment",
      "recipe",
      "batch",
      "processdata"
    })
@NullMarked
package io.kizuna.batchrecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
