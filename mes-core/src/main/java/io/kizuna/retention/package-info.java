/** How long the record of a batch is kept, and the legal holds on it (R81). */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "personnel",
      "identity",
      "recipe",
      "batch",
      "signature"
    })
@NullMarked
package io.kizuna.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
