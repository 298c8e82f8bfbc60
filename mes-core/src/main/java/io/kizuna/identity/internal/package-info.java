/** Implementation of {@code io.kizuna.identity}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.identity.internal;

import org.jspecify.annotations.NullMarked;
