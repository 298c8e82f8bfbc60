/** Implementation of {@code io.kizuna.retention}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.retention.internal;

import org.jspecify.annotations.NullMarked;
