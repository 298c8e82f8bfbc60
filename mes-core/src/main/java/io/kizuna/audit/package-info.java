/** The append-only, hash-chained trail: who changed what, when and why. */
@ApplicationModule(allowedDependencies = {"kernel", "notary"})
@NullMarked
package io.kizuna.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
