/** What a site may rely on: a server that is not fit for records of patients does not start. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.kizuna.gxp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
