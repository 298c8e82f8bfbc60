/** The BPMN engine and the recipe packages: routes batches, knows ids and never record data. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "batch",
      "batchrecord",
      "recipe",
      "equipment",
      "personnel"
    })
@NullMarked
package io.kizuna.workflows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
