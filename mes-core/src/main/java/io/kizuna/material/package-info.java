/** Material lots and their status: what may be consumed. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package io.kizuna.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
