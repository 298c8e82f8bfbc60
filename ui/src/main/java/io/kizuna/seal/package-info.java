/** The key an installation seals portable records with, in a file outside the database. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.kizuna.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
