/** Implementation of {@code io.kizuna.personnel}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.personnel.internal;

import org.jspecify.annotations.NullMarked;
