/** Readings from equipment kept as received, gaps, statistics over windows: the historian. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "equipment", "recipe"})
@NullMarked
package io.kizuna.processdata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
