/** Makes the plant live: ticks, jumps, scenario, saved state. */
@NullMarked
package io.kizuna.simulator.engine;

import org.jspecify.annotations.NullMarked;
