package io.kizuna.simulator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.kizuna.simulator.clock.PlantClock;
import io.kizuna.simulator.control.ControlServer;
import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.opcua.EquipmentServer;
import io.kizuna.simulator.opcua.Pki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
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
    if (!(speed >= PlantClock.SPEED_MIN && speed <= PlantClock.SPEED_MAX)) {
      System.err.println("--speed must be between 1 and 5000");
      return 2;
    }
    long began = System.nanoTime();
    Files.createDirectories(dataDir);
    // Making keys takes a second; the plant is built meanwhile.
    CompletableFuture<Pki> pki =
        CompletableFuture.supplyAsync(
            () -> Pki.open(dataDir.resolve("pki"), EquipmentServer.APPLICATION_URI, trust));
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              end.countDown();
              awaitQuietly(ended);
            },
            "shutdown");
    try (FileChannel inUse = FileChannel.open(dataDir.resolve("lock"), CREATE, WRITE);
        Simulation simulation = simulation(inUse);
        EquipmentServer opcUa = opcUa(simulation, pki.join());
        ControlServer control = new ControlServer(controlPort, simulation)) {
      Runtime.getRuntime().addShutdownHook(hook);
      opcUa.start();
      simulation.start(opcUa.listener());
      control.start();
      System.out.printf(
          "READY %s, control http://127.0.0.1:%d, %d ms%n",
          opcUa.endpointUrls().get(0), control.port(), (System.nanoTime() - began) / 1_000_000);
      end.await();
    } catch (IllegalStateException | UncheckedIOException e) {
      System.err.println("The simulator did not start: " + e.getMessage() + cause(e));
      return 1;
    } finally {
      ended.countDown();
    }
    return 0;
  }

  private static String cause(RuntimeException e) {
    return e.getCause() == null ? "" : ", " + e.getCause().getMessage();
  }

  /** Two simulators on one data directory would overwrite each other's plant. */
  private Simulation simulation(FileChannel inUse) throws IOException {
    if (inUse.tryLock() == null) throw new IllegalStateException(dataDir + " is in use");
    if (fresh) Files.deleteIfExists(dataDir.resolve("state.json"));
    Long start = plantStart == null ? null : plantStart.toEpochMilli();
    return new Simulation(
        new Simulation.Options(dataDir, seed, start, speed, scenario), System::currentTimeMillis);
  }

  private EquipmentServer opcUa(Simulation simulation, Pki pki) throws IOException {
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
