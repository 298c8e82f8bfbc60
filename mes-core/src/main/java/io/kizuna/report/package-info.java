/** Read models of the batch record for people and machines: page, JSON, PDF; never writes. */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "signature",
      "personnel",
      "identity",
      "site",
      "recipe",
      "batch",
      "processdata",
      "batchrecord",
      "release",
      "equipment",
      "material",
      "retention"
    })
@NullMarked
package io.kizuna.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
