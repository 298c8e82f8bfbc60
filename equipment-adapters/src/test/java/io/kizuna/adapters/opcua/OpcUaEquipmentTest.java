package io.kizuna.adapters.opcua;

import static io.kizuna.adapters.CoreSpy.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.adapters.EquipmentAdapterContract;
import io.kizuna.adapters.EquipmentProperties;
import io.kizuna.adapters.EquipmentProperties.Device;
import io.kizuna.adapters.spool.ReadingSpool;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.EquipmentCommands;
import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract and what is OPC UA's own, against the simulator at 20x. */
class OpcUaEquipmentTest extends EquipmentAdapterContract {

  private static final EquipmentId CTR = new EquipmentId("CTR-01");
  private static final EquipmentId BRX = new EquipmentId("BRX-01");
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final double SPEED = 20;

  @TempDir Path dir;
  private SimulatedSuite suite;
  private ReadingSpool spool;
  private OpcUaPki pki;
  private OpcUaEquipment equipment;

  @BeforeEach
  void serve() throws Exception {
    OpcUaPki.open(dir.resolve("mes")).close(); // makes the certificate the simulator must trust
    suite = new SimulatedSuite(dir.resolve("sim"), dir.resolve("mes/own.der"), SPEED);
    suite.start();
    Files.copy(suite.certificate(), dir.resolve("mes/trusted/simulator.der"));
    pki = OpcUaPki.open(dir.resolve("mes"));
    open(SimulatedSuite.PASSWORD, "Basic256Sha256");
  }

  private void open(String password, String security) {
    spool = new ReadingSpool(core, core);
    var devices =
        List.of(
            new Device("CTR-01", "cell-counter", null, null, null, null, security),
            new Device("BRX-01", "rocking-bioreactor", null, null, null, null, security));
    var properties =
        new EquipmentProperties(
            devices, suite.url(), SimulatedSuite.USER, password, null, dir.resolve("mes"), false);
    var clock = new RecordClock(Clock.systemUTC());
    equipment =
        new OpcUaEquipment(
            properties,
            new OpcUaEquipment.Core(core, core, core, core, clock, core.programs::add),
            spool,
            pki);
    equipment.start();
  }

  private void end() {
    equipment.close();
    spool.close();
  }

  @AfterEach
  void close() {
    end();
    suite.close();
    pki.close();
  }

  @Override
  protected EquipmentId device() {
    return CTR;
  }

  @Override
  protected String program() {
    return "COUNT-VIABLE";
  }

  @Override
  protected String tag() {
    return "RUNTIME";
  }

  @Override
  protected EquipmentCommands commands() {
    return equipment;
  }

  @Override
  protected Runnable communicationFails(String tag) {
    return suite.inject("SM04", "CTR-01", tag);
  }

  @Override
  protected Runnable deviceFallsSilent() {
    return suite.inject("SM04", "CTR-01", null);
  }

  @Override
  protected void deviceDies() {
    suite.close();
  }

  @Override
  protected void deviceComesBack() throws Exception {
    suite.start();
  }

  @Override
  protected void adapterRestarts() throws Exception {
    end();
    Thread.sleep(1_000);
    core.reports.clear();
    open(SimulatedSuite.PASSWORD, "Basic256Sha256");
  }

  // R73: a device we never hear is missing since we wait for it, until its first reading.
  @Test
  void deviceThatIsNeverHeardIsAGapFromTheStart() throws Exception {
    end();
    suite.close();
    core.forget();
    var started = Instant.now();
    open(SimulatedSuite.PASSWORD, "Basic256Sha256");
    await(SOON, "gap", () -> core.gaps.stream().anyMatch(g -> g.equipment().equals(BRX)));
    var gap = core.gaps.stream().filter(g -> g.equipment().equals(BRX)).findFirst().orElseThrow();
    assertThat(gap.tag()).isNull();
    assertThat(gap.reason()).isEqualTo("CONNECT_FAILED");
    assertThat(gap.from()).isBetween(started, Instant.now());
    suite.start();
    await(
        SOON,
        "closed",
        () -> core.gaps.stream().anyMatch(g -> g.equipment().equals(BRX) && g.to() != null));
  }

  // Issue 2: unknown is rejected and shown, never trusted by itself; trusting it is enough.
  @Test
  void unknownCertificateIsShownAndConnectsOnlyAfterTrust() throws Exception {
    end();
    Files.delete(dir.resolve("mes/trusted/simulator.der"));
    pki.close();
    pki = OpcUaPki.open(dir.resolve("mes"));
    core.reports.clear();
    open(SimulatedSuite.PASSWORD, "Basic256Sha256");
    await(SOON, "untrusted", () -> core.isIn(BRX, State.UNTRUSTED));
    var report = core.lastReport(BRX);
    assertThat(report.reason()).isEqualTo("certificate not trusted yet");
    assertThat(report.certificate().thumbprint()).hasSize(40);
    assertThat(report.certificate().subject()).contains("Kizuna simulator");
    Thread.sleep(4_000); // another attempt or two
    assertThat(core.reports).noneMatch(r -> r.state() == State.LIVE);
    var rejected = equipment.rejected();
    assertThat(rejected).hasSize(1);
    assertThat(rejected.get(0).thumbprint()).isEqualTo(report.certificate().thumbprint());
    assertThat(rejected.get(0).fingerprint()).hasSize(64);
    assertThat(equipment.trust("0000000000000000000000000000000000000000")).isFalse();
    assertThat(equipment.trust(report.certificate().thumbprint())).isTrue();
    await(Duration.ofSeconds(5), "live", () -> core.isIn(BRX, State.LIVE));
    assertThat(equipment.rejected()).isEmpty();
  }

  @Test
  void wrongPasswordIsShown() throws Exception {
    end();
    core.reports.clear();
    open("wrong", "Basic256Sha256");
    await(SOON, "down", () -> core.isIn(BRX, State.DOWN));
    assertThat(core.lastReport(BRX).reason()).contains("user or password refused");
    assertThat(core.reports.toString()).doesNotContain("wrong");
  }

  @Test
  void noSecurityIsRefusedUnlessAllowed() throws Exception {
    end();
    core.reports.clear();
    open(SimulatedSuite.PASSWORD, "None");
    await(SOON, "down", () -> core.isIn(BRX, State.DOWN));
    assertThat(core.lastReport(BRX).reason()).contains("SecurityPolicy None is refused");
  }

  // R73, R74: what the device measured is what is stored, each sample once, none missing.
  @Test
  void everySampleOfTheDeviceIsStoredOnce() throws Exception {
    await(SOON, "live", () -> core.isIn(BRX, State.LIVE));
    await(SOON, "samples", () -> core.readings(BRX, "BAG_P").size() > 150);
    for (var tag : List.of("BAG_P", "T_PV", "PH_PV", "RUNTIME")) {
      var stored = core.readings(BRX, tag);
      var from = stored.get(1).sourceTime();
      var to = stored.get(stored.size() - 1).sourceTime();
      var measured =
          suite
              .simulation
              .plant()
              .history()
              .between(
                  "BRX-01." + tag, from.toEpochMilli(), to.toEpochMilli() + 1, Integer.MAX_VALUE);
      assertThat(stored.subList(1, stored.size()).stream().map(r -> r.sourceTime().toEpochMilli()))
          .as(tag)
          .containsExactlyElementsOf(measured.stream().map(s -> s.timeMs()).toList());
    }
    assertThat(core.repeats).isEmpty();
    assertThat(core.gaps).isEmpty();
  }

  // The span a clock jump skips is in the device's history, and read twice it is stored once.
  @Test
  void historyFillsTheSpanOfAClockJump() throws Exception {
    await(SOON, "live", () -> core.isIn(BRX, State.LIVE));
    await(SOON, "samples", () -> core.readings(BRX, "T_PV").size() > 3);
    var from = core.latest(BRX, "T_PV").orElseThrow().sourceTime();
    suite.simulation.advanceTo(suite.simulation.clock().nowMs() + 6 * 3_600_000L);
    await(
        SOON,
        "after the jump",
        () ->
            core.latest(BRX, "T_PV").orElseThrow().sourceTime().isAfter(from.plusSeconds(20_000)));
    var to = core.latest(BRX, "T_PV").orElseThrow().sourceTime();
    assertThat(equipment.backfill(BRX, from, to)).isGreaterThan(300);
    assertThat(equipment.backfill(BRX, from, to)).isZero();
    assertThat(longestSilence(core.readings(BRX, "T_PV"), from, to))
        .isLessThanOrEqualTo(Duration.ofMinutes(2));
  }

  private static Duration longestSilence(List<Reading> readings, Instant from, Instant to) {
    var longest = Duration.ZERO;
    var before = from;
    readings.sort(Comparator.comparing(Reading::sourceTime));
    for (var r : readings) {
      if (!r.sourceTime().isAfter(from) || r.sourceTime().isAfter(to)) continue;
      var silence = Duration.between(before, r.sourceTime());
      if (silence.compareTo(longest) > 0) longest = silence;
      before = r.sourceTime();
    }
    return longest;
  }

  // Set points are read back; those the tag map does not list are refused.
  @Test
  void setPointsAreWrittenAndReadBack() throws Exception {
    await(SOON, "live", () -> core.isIn(BRX, State.LIVE));
    equipment.execute(setPoints("s-0", "START_PROGRAM", Map.of()));
    equipment.execute(setPoints("s-1", "SET_POINTS", Map.of("T_SP", "36.5", "ROCK_SP", "12")));
    await(
        SOON,
        "read back",
        () -> Double.valueOf(36.5).equals(core.latest(BRX, "T_SP").orElseThrow().value()));
    assertThatThrownBy(
            () -> equipment.execute(setPoints("s-2", "SET_POINTS", Map.of("T_PV", "20"))))
        .isInstanceOfSatisfying(
            MesException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COMMAND_NOT_ALLOWED));
    assertThatThrownBy(
            () -> equipment.execute(setPoints("s-3", "SET_POINTS", Map.of("T_SP", "400"))))
        .isInstanceOfSatisfying(
            MesException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EQUIPMENT_STATE);
              assertThat(e.refusal().value()).contains("Bad_OutOfRange");
            });
    var held = equipment.execute(setPoints("s-4", "HOLD", Map.of()));
    assertThat(held.state()).isIn("Holding", "Held");
    assertThat(equipment.execute(setPoints("s-5", "HOLD", Map.of())).state())
        .isIn("Holding", "Held");
  }

  private static Command setPoints(String key, String action, Map<String, String> setPoints) {
    return new Command("batch:1", key, BRX, "B-1", action, "EXP-ROCK-37", List.of(), setPoints);
  }
}
