/** The signing ceremony: challenge, digest of what is shown, meaning, signature. */
@ApplicationModule(allowedDependencies = {"kernel", "audit", "personnel"})
@NullMarked
package io.kizuna.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
