/**
 * The portable record: everything about one batch in one file that opens and verifies on a machine
 * that never saw this system (R82). Reads the stored rows as they are, not through the models of
 * the modules that write them: what is handed over must be what is stored.
 */
@ApplicationModule(
    allowedDependencies = {
      "kernel",
      "audit",
      "notary",
      "personnel",
      "site",
      "batch",
      "recipe",
      "report"
    })
@NullMarked
package io.kizuna.portable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
