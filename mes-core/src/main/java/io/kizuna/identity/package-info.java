/** Chain of identity: identifiers, labels and the checks made against them; pseudonyms only. */
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
@NullMarked
package io.kizuna.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
