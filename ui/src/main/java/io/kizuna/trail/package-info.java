/** Who signs and stamps the trail's checkpoints, and how they are reached. */
@ApplicationModule(allowedDependencies = {"audit", "notary", "kernel"})
@NullMarked
package io.kizuna.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
