/** The virtual crew: works batches through the public REST interface of the MES, as people do. */
@NullMarked
package io.kizuna.simulator.crew;

import org.jspecify.annotations.NullMarked;
