package io.kizuna.simulator;

import io.kizuna.simulator.control.ControlServer;
import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.opcua.EquipmentServer;
import io.kizuna.simulator.opcua.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the suite until the process is told to end. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serve the simulated suite (default).")
public final class ServeCommand implements Callable<Integer> {
  static final String PASSWORD_VARIABLE = "KIZUNA_SIM_PASSWORD";

  /** Known to everybody, good for the demonstration only. */
  private static final String DEMO_PASSWORD = "kizuna-demo-link";

  @Option(names = "--port", description = "OPC UA port (default: ${DEFAULT-VALUE}).")
  int port = 4840;

  @Option(names = "--bind", description = "Address to bind OPC UA to (default: ${DEFAULT-VALUE}).")
  String bind = "127.0.0.1";

  @Option(
      names = "--control-port",
      description = "HTTP control port on the loopback (default: ${DEFAULT-VALUE}).")
  int controlPort = 4841;

  @Option(names = "--data-dir", description = "State and PKI (default: ${DEFAULT-VALUE}).")
  Path dataDir = Path.of("simulator-data");

  @Option(names = "--user", description = "OPC UA user name (default: ${DEFAULT-VALUE}).")
  String user = "mes";

  @Option(
      names = "--password-file",
      description = "File with the password; otherwise KIZUNA_SIM_PASSWORD, otherwise the demo's.")
  @Nullable Path passwordFile;

  @Option(
      names = "--trust",
      description = "File or directory with trusted client certificates; may be repeated.")
  List<Path> trust = new ArrayList<>();

  @Option(
      names = "--insecure",
      description = "Also offer SecurityPolicy None with anonymous users.")
  boolean insecure;

  @Option(names = "--seed", description = "Seed of all chance (default: ${DEFAULT-VALUE}).")
  long seed = 20261122;

  @Option(
      names = "--plant-start",
      description = "Plant time of a first start, ISO 8601 (default: now).")
  @Nullable Instant plantStart;

  @Option(names = "--speed", description = "Speed of a first start, 1 to 5000.")
  double speed = 1;

  @Option(names = "--scenario", description = "YAML file with a timetable of faults.")
  @Nullable Path scenario;

  @Option(names = "--fresh", description = "Forget the saved plant; the PKI stays.")
  boolean fresh;

  @Override
  public Integer call() throws IOException, InterruptedException {
    long began = System.nanoTime();
    Files.createDirectories(dataDir);
    if (fresh) Files.deleteIfExists(dataDir.resolve("state.json"));
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              end.countDown();
              awaitQuietly(ended);
            },
            "shutdown");
    try (Simulation simulation = simulation();
        EquipmentServer opcUa = opcUa(simulation);
        ControlServer control = new ControlServer(controlPort, simulation)) {
      Runtime.getRuntime().addShutdownHook(hook);
      opcUa.start();
      simulation.start(opcUa.listener());
      control.start();
      System.out.printf(
          "READY %s, control http://127.0.0.1:%d, %d ms%n",
          opcUa.endpointUrls().get(0), control.port(), (System.nanoTime() - began) / 1_000_000);
      end.await();
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private Simulation simulation() {
    Long start = plantStart == null ? null : plantStart.toEpochMilli();
    return new Simulation(
        new Simulation.Options(dataDir, seed, start, speed, scenario), System::currentTimeMillis);
  }

  private EquipmentServer opcUa(Simulation simulation) throws IOException {
    Pki pki = Pki.open(dataDir.resolve("pki"), EquipmentServer.APPLICATION_URI, trust);
    return new EquipmentServer(
        new EquipmentServer.Options(bind, port, user, password(), insecure), pki, simulation);
  }

  private String password() throws IOException {
    if (passwordFile != null) return Files.readString(passwordFile).strip();
    String fromEnvironment = System.getenv(PASSWORD_VARIABLE);
    return fromEnvironment == null || fromEnvironment.isEmpty() ? DEMO_PASSWORD : fromEnvironment;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
