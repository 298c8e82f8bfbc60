/** Implementation of {@code io.kizuna.processdata}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.processdata.internal;

import org.jspecify.annotations.NullMarked;
