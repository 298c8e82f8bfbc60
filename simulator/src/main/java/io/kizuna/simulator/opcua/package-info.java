/** The suite as an OPC UA server with an address space shaped like LADS (OPC 30500-1). */
@NullMarked
package io.kizuna.simulator.opcua;

import org.jspecify.annotations.NullMarked;
