/** Implementation of {@code io.kizuna.batchrecord}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.batchrecord.internal;

import org.jspecify.annotations.NullMarked;
