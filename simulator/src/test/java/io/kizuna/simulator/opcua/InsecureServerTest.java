package io.kizuna.simulator.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.simulator.engine.Simulation;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --insecure}, and only it, opens SecurityPolicy None. */
class InsecureServerTest {
  @TempDir Path dir;

  @Test
  void insecureOptionLetsAnonymousClientsRead() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String url = "opc.tcp://localhost:" + port + "/kizuna-sim";
    var options = new Simulation.Options(dir, 1, null, 1, null);
    var endpoint = new EquipmentServer.Options("127.0.0.1", port, "mes", "secret", true);
    var pki = Pki.open(dir.resolve("pki"), EquipmentServer.APPLICATION_URI, List.of());
    try (var simulation = new Simulation(options, System::currentTimeMillis);
        var server = new EquipmentServer(endpoint, pki, simulation)) {
      server.start();
      simulation.start(server.listener());
      var client = TestClient.connectWithoutSecurity(url, new AnonymousProvider());
      var value =
          client.readValue(0, TimestampsToReturn.Both, TestClient.node(client, "INC-01.T_PV"));
      assertThat(value.statusCode()).isEqualTo(StatusCode.GOOD);
      client.disconnect();
    }
  }
}
