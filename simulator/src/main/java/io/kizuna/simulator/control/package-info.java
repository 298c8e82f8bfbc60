/** HTTP control on the loopback: clock, bench, faults, devices. */
@NullMarked
package io.kizuna.simulator.control;

import org.jspecify.annotations.NullMarked;
