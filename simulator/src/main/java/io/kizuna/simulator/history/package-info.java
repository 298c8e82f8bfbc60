/** The last 30 days of samples in bounded memory. */
@NullMarked
package io.kizuna.simulator.history;

import org.jspecify.annotations.NullMarked;
