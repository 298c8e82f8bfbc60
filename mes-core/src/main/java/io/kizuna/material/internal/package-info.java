/** Implementation of {@code io.kizuna.material}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.material.internal;

import org.jspecify.annotations.NullMarked;
