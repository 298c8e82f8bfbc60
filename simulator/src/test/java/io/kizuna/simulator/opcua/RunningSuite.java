package io.kizuna.simulator.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.simulator.engine.Simulation;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;

/** The whole suite with its OPC UA server on a free port and one trusted client. */
final class RunningSuite implements AutoCloseable {
  final Path pkiDir;
  final String url;
  final Simulation simulation;
  final OpcUaClient client;
  private final EquipmentServer server;

  RunningSuite(Path dir, double speed) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    pkiDir = dir.resolve("pki");
    url = "opc.tcp://localhost:" + port + "/kizuna-sim";
    simulation =
        new Simulation(
            new Simulation.Options(dir, 1, null, speed, null), System::currentTimeMillis);
    Pki pki = Pki.open(pkiDir, EquipmentServer.APPLICATION_URI, List.of());
    server =
        new EquipmentServer(
            new EquipmentServer.Options("127.0.0.1", port, "mes", "kizuna-demo-link", false),
            pki,
            simulation);
    server.start();
    simulation.start(server.listener());
    var trusted = new TestClient("trusted client");
    trusted.seedTrust(pkiDir.resolve("trusted")); // while the server runs
    waitFor(() -> !pki.trustList.getTrustedCertificates().isEmpty());
    client = trusted.connect(url);
  }

  /** Fails if the condition does not come true within 20 s; exceptions mean: not yet. */
  static void waitFor(Callable<Boolean> condition) throws InterruptedException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("waited 20 s").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception notYet) {
      return false;
    }
  }

  @Override
  public void close() throws Exception {
    client.disconnect();
    server.close();
    simulation.close();
  }
}
