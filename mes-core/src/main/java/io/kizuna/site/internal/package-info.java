/** Implementation of {@code io.kizuna.site}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.site.internal;

import org.jspecify.annotations.NullMarked;
