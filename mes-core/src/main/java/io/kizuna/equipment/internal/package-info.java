/** Implementation of {@code io.kizuna.equipment}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.equipment.internal;

import org.jspecify.annotations.NullMarked;
