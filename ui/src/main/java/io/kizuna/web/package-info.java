/** REST over the inbound ports; no rule of the plant lives here. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.kizuna.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
