/** Readings on their way from a protocol to core. */
@NullMarked
package io.kizuna.adapters.spool;

import org.jspecify.annotations.NullMarked;
