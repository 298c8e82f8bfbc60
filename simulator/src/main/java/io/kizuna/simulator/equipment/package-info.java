/** What a type of equipment is: tags, programs, doors, utilities; read from data files. */
@NullMarked
package io.kizuna.simulator.equipment;

import org.jspecify.annotations.NullMarked;
