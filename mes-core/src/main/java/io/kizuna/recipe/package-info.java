/** The master batch record: procedure, unit procedures, steps, parameters, limits, formulas. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "personnel"})
@NullMarked
package io.kizuna.recipe;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
