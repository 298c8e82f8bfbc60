/**
 * The simulated suite: devices with their state machines, commands and tags, stepped in plant time.
 *
 * <p>Nothing here is thread-safe by itself: {@link io.kizuna.simulator.plant.Plant} holds the one
 * lock.
 */
@NullMarked
package io.kizuna.simulator.plant;

import org.jspecify.annotations.NullMarked;
