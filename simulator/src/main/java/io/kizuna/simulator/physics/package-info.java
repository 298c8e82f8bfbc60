/**
 * Physics of the simulated equipment: plain state and one {@code step}, no clock, no protocol.
 *
 * <p>Every fact stands in a field, so that the whole plant can be saved and restored field by
 * field. Formulas and constants follow section 4 of the process description; times are seconds
 * unless the name says hours.
 */
@NullMarked
package io.kizuna.simulator.physics;

import org.jspecify.annotations.NullMarked;
