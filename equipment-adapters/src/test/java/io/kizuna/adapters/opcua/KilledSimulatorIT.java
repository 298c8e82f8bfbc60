package io.kizuna.adapters.opcua;

import static io.kizuna.adapters.CoreSpy.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.adapters.CoreSpy;
import io.kizuna.adapters.EquipmentProperties;
import io.kizuna.adapters.EquipmentProperties.Device;
import io.kizuna.adapters.spool.ReadingSpool;
import io.kizuna.equipment.Connection.State;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.Reading;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Acceptance 5 of issue 2: {@code kill -9} of the simulator's own process, then a new one. */
class KilledSimulatorIT {

  private static final EquipmentId BRX = new EquipmentId("BRX-01");

  @TempDir Path dir;
  private final CoreSpy core = new CoreSpy();
  private Process simulator;

  private void startSimulator(int port) throws IOException {
    var log = dir.resolve("simulator.log").toFile();
    simulator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.kizuna.simulator.SimulatorApplication",
                "serve",
                "--port",
                String.valueOf(port),
                "--control-port",
                "0",
                "--data-dir",
                dir.resolve("sim").toString(),
                "--trust",
                dir.resolve("mes").resolve("own.der").toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
  }

  @AfterEach
  void kill() {
    if (simulator != null) simulator.destroyForcibly();
  }

  @Test
  void killedProcessIsShownAndTheLinkComesBackByItself() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    OpcUaPki.open(dir.resolve("mes")).close();
    startSimulator(port);
    var certificate = dir.resolve("sim/pki/own.der");
    await(Duration.ofSeconds(60), "its certificate", () -> Files.exists(certificate));
    Thread.sleep(500);
    Files.copy(certificate, dir.resolve("mes/trusted/simulator.der"));
    var properties =
        new EquipmentProperties(
            List.of(
                new Device(
                    "BRX-01", "rocking-bioreactor", null, null, null, null, "Basic256Sha256")),
            "opc.tcp://localhost:" + port + "/kizuna-sim",
            "mes",
            "kizuna-demo-link",
            null,
            dir.resolve("mes"),
            false);
    var clock = new RecordClock(Clock.systemUTC());
    int earlier;
    try (var pki = OpcUaPki.open(dir.resolve("mes"));
        var spool = new ReadingSpool(core, core);
        var equipment =
            new OpcUaEquipment(
                properties,
                new OpcUaEquipment.Core(core, core, core, core, clock, core.programs::add),
                spool,
                pki)) {
      equipment.start();
      await(Duration.ofSeconds(60), "live", () -> core.isIn(BRX, State.LIVE));
      await(Duration.ofSeconds(20), "values", () -> core.readings(BRX, "BAG_P").size() > 5);

      // Readings that were missing before the first connection are a gap of their own.
      int gapsBefore = core.gaps.size();
      earlier = gapsBefore;
      long killed = System.nanoTime();
      simulator.destroyForcibly().waitFor();
      await(Duration.ofSeconds(15), "shown", () -> !core.isIn(BRX, State.LIVE));
      System.out.printf("shown after %d ms%n", (System.nanoTime() - killed) / 1_000_000);
      await(Duration.ofSeconds(5), "gap", () -> core.gaps.size() == gapsBefore + 1);
      Thread.sleep(12_000); // longer than Milo's first attempts

      startSimulator(port);
      long restarted = System.nanoTime();
      await(Duration.ofSeconds(60), "live again", () -> core.isIn(BRX, State.LIVE));
      System.out.printf(
          "live %d ms after the start of the new process%n",
          (System.nanoTime() - restarted) / 1_000_000);
      await(Duration.ofSeconds(10), "closed", () -> core.gaps.get(gapsBefore).to() != null);
      int before = core.readings(BRX, "BAG_P").size();
      await(
          Duration.ofSeconds(20),
          "values go on",
          () -> core.readings(BRX, "BAG_P").size() > before + 3);
    }

    assertThat(core.gaps).hasSize(earlier + 1);
    assertThat(core.repeats).isEmpty();
    var gap = core.gaps.get(earlier);
    var readings = core.readings(BRX, "BAG_P");
    readings.sort(Comparator.comparing(Reading::sourceTime));
    assertThat(readings)
        .noneMatch(r -> r.sourceTime().isAfter(gap.from()) && r.sourceTime().isBefore(gap.to()));
    assertThat(Duration.between(gap.from(), gap.to())).isGreaterThan(Duration.ofSeconds(11));
  }
}
