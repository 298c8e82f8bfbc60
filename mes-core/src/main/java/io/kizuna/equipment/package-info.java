/** Equipment classes and units, their connection state, and the ports to the adapters. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package io.kizuna.equipment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
