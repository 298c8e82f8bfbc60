package io.kizuna.adapters.opcua;

import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.opcua.EquipmentServer;
import io.kizuna.simulator.opcua.Pki;
import io.kizuna.simulator.plant.FaultDesk;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The simulator of the demonstration inside the test, over real sockets and with security on. */
final class SimulatedSuite implements AutoCloseable {

  static final String USER = "mes";
  static final String PASSWORD = "a test's secret";

  private final Path dir;
  private final Path clientCertificate;
  private final double speed;
  final int port;
  @Nullable Simulation simulation;
  private @Nullable EquipmentServer server;

  SimulatedSuite(Path dir, Path clientCertificate, double speed) throws IOException {
    this.dir = dir;
    this.clientCertificate = clientCertificate;
    this.speed = speed;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  String url() {
    return "opc.tcp://localhost:" + port + EquipmentServer.PATH;
  }

  void start() throws IOException {
    Files.createDirectories(dir);
    simulation =
        new Simulation(
            new Simulation.Options(dir, 1, null, speed, null), System::currentTimeMillis);
    var pki =
        Pki.open(dir.resolve("pki"), EquipmentServer.APPLICATION_URI, List.of(clientCertificate));
    server =
        new EquipmentServer(
            new EquipmentServer.Options("127.0.0.1", port, USER, PASSWORD, false), pki, simulation);
    server.start();
    simulation.start(server.listener());
  }

  /** The certificate a person would compare and trust. */
  Path certificate() {
    return dir.resolve("pki").resolve("own.der");
  }

  /** Injects a fault; returns how to mend it. */
  Runnable inject(String code, String device, @Nullable String tag) {
    var running = simulation;
    if (running == null) throw new IllegalStateException("not started");
    var fault =
        running
            .faultDesk()
            .inject(
                new FaultDesk.Request(code, device, tag, null, null, Map.of()),
                System.currentTimeMillis());
    return () -> running.plant().heal(fault.id());
  }

  @Override
  public void close() {
    if (server != null) server.close();
    if (simulation != null) simulation.close();
    server = null;
    simulation = null;
  }
}
