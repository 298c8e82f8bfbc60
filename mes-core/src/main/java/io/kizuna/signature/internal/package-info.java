/** Implementation of {@code io.kizuna.signature}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.signature.internal;

import org.jspecify.annotations.NullMarked;
