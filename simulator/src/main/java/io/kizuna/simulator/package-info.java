/** Runnable simulator of a cell-therapy suite: command line and assembly of the parts. */
@NullMarked
package io.kizuna.simulator;

import org.jspecify.annotations.NullMarked;
