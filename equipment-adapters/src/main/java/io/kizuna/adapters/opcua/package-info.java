/** OPC UA client on Eclipse Milo. */
@NullMarked
package io.kizuna.adapters.opcua;

import org.jspecify.annotations.NullMarked;
