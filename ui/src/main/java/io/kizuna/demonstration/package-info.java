/** The first look: plant clock, demonstration people and master data. Never active at a site. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.kizuna.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
