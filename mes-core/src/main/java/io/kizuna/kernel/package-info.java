/** Values every module may use. Add a type here only when two modules need it. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.kizuna.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
