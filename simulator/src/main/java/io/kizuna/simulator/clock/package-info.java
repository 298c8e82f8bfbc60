/** Plant time: wall time, faster. */
@NullMarked
package io.kizuna.simulator.clock;

import org.jspecify.annotations.NullMarked;
