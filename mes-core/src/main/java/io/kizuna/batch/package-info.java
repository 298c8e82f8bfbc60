/** Batch, its frozen control recipe and its ISA-88 state. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "identity",
      "recipe",
      "personnel",
      "site",
      "equipment"
    })
@NullMarked
package io.kizuna.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
