/** What hands move: culture vessels, samples, cryobags, and the analysers that measure samples. */
@NullMarked
package io.kizuna.simulator.bench;

import org.jspecify.annotations.NullMarked;
