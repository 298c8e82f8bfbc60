/** Injected faults: what they are, which are active, and scenario timetables. */
@NullMarked
package io.kizuna.simulator.fault;

import org.jspecify.annotations.NullMarked;
