/** Faults of whole processes: what survives when the power goes. */
package io.kizuna.faults;
