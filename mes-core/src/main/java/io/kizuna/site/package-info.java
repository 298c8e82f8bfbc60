/** Clients, suites and rooms of one site. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package io.kizuna.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
