/** Implementation of {@code io.kizuna.report}; nothing outside this module may use it. */
@NullMarked
package io.kizuna.report.internal;

import org.jspecify.annotations.NullMarked;
