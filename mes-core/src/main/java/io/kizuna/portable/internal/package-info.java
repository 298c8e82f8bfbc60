/** Implementation of {@code io.kizuna.portable}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.portable.internal;

import org.jspecify.annotations.NullMarked;
