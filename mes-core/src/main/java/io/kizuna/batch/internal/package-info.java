/** Implementation of {@code io.kizuna.batch}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.batch.internal;

import org.jspecify.annotations.NullMarked;
