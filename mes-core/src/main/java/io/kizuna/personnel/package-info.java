/** Persons, their roles and the clients whose batches they may see; no credentials. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package io.kizuna.personnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
