package io.kizuna.adapters.opcua;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/**
 * What the other side's port does, asked without OPC UA: it tells a dead server from a cut wire.
 */
enum Port {
  OPEN,
  REFUSED,
  SILENT;

  private static final int CONNECT_MS_MAX = 1_000;

  static Port probe(String endpoint) {
    var address =
        new InetSocketAddress(
            Objects.requireNonNull(EndpointUtil.getHost(endpoint)), EndpointUtil.getPort(endpoint));
    try (var socket = new Socket()) {
      socket.connect(address, CONNECT_MS_MAX);
      return OPEN;
    } catch (ConnectException e) {
      return REFUSED;
    } catch (IOException e) {
      return SILENT;
    }
  }
}
