/** Implementation of {@code io.kizuna.release}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.release.internal;

import org.jspecify.annotations.NullMarked;
