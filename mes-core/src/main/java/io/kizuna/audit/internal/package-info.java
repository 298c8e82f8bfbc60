/** Implementation of {@code io.kizuna.audit}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.audit.internal;

import org.jspecify.annotations.NullMarked;
