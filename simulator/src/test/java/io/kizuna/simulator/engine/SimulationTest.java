package io.kizuna.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.kizuna.simulator.fault.Fault;
import io.kizuna.simulator.history.Quality;
import io.kizuna.simulator.history.Sample;
import io.kizuna.simulator.physics.Culture;
import io.kizuna.simulator.plant.CommandRefused;
import io.kizuna.simulator.plant.FaultDesk;
import io.kizuna.simulator.plant.RateFreezer;
import io.kizuna.simulator.plant.Refused;
import io.kizuna.simulator.plant.UnitState;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time, samples, faults and restart of the whole plant, driven by a wall clock of the test. */
class SimulationTest {
  private static final long T0 = Instant.parse("2026-11-22T00:00:00Z").toEpochMilli();

  @TempDir Path dir;

  private final AtomicLong wall = new AtomicLong(T0);
  private final Map<String, List<Sample>> heard = new LinkedHashMap<>();

  private Simulation simulation(double speed) {
    var s = new Simulation(new Simulation.Options(dir, 42, null, speed, null), wall::get);
    s.plant().speed(speed);
    s.plant()
        .begin(
            (tag, sample) -> heard.computeIfAbsent(tag.key(), k -> new ArrayList<>()).add(sample));
    return s;
  }

  private void pass(Simulation s, long wallMs) {
    for (long left = wallMs; left > 0; left -= 50) {
      wall.addAndGet(Math.min(50, left));
      s.catchUp();
    }
  }

  private static List<Object> start(Simulation s, String device, String program, String task)
      throws CommandRefused {
    return s.plant().call(device, "StartProgram", Arrays.asList(program, null, "B-1", task, null));
  }

  private List<Sample> of(String key) {
    return heard.get(key);
  }

  private static Fault inject(
      Simulation s,
      String code,
      String device,
      String tag,
      String duration,
      Map<String, Object> p) {
    return s.faultDesk().inject(new FaultDesk.Request(code, device, tag, duration, null, p), T0);
  }

  // Contract: each tag emits at its nominal interval, source times rise, none doubled
  @Test
  void tagsEmitAtTheirNominalIntervalInRealTime() {
    var s = simulation(1);
    pass(s, 60_000);
    assertThat(of("BRX-01.T_PV")).hasSize(13); // the first and one each 5 s
    assertThat(of("BRX-01.BAG_P")).hasSize(61);
    assertThat(of("LNF-01.LEVEL")).hasSize(2);
    heard
        .values()
        .forEach(
            list -> assertThat(list).extracting(Sample::timeMs).isSorted().doesNotHaveDuplicates());
  }

  // Contract: at most 20 samples per tag and wall second, so 100 s of plant time at 2000x
  @Test
  void fastPlantThinsItsSamples() {
    var s = simulation(2000);
    pass(s, 2_000);
    assertThat(of("BRX-01.T_PV")).hasSizeBetween(38, 42);
    long step = of("BRX-01.T_PV").get(5).timeMs() - of("BRX-01.T_PV").get(4).timeMs();
    assertThat(step).isEqualTo(100_000);
  }

  // Contract: the freezing curve keeps 5 s at any speed; 11.1.4 wants <= 10 s
  @Test
  void freezingRunIsSampledEveryFiveSecondsAtAnySpeedAndCompletes() throws CommandRefused {
    var s = simulation(2000);
    start(s, "CRF-01", "CRF-CART-30ML", "T-1");
    pass(s, 2_500); // 83 min
    assertThat(s.plant().device("CRF-01").orElseThrow().unit().state())
        .isEqualTo(UnitState.COMPLETE);
    List<Sample> curve = of("CRF-01.SAMPLE_T1");
    assertThat(curve.size()).isGreaterThan(70 * 12);
    for (int i = 10; i < 800; i++) {
      assertThat(curve.get(i + 1).timeMs() - curve.get(i).timeMs()).isEqualTo(5000);
    }
    assertThat((Double) curve.get(curve.size() - 1).value()).isLessThan(-95);
    assertThat(of("CRF-01.STATE"))
        .extracting(Sample::value)
        .containsSubsequence("Idle", "Starting", "Execute", "Completing", "Complete");
  }

  // A batch must not be loaded into the cold the one before has left (11.1.2: chamber 4 +-2).
  @Test
  void anEmptiedFreezerIsAtStandbyForTheNextBatch() throws CommandRefused {
    var s = simulation(60);
    for (String bag : List.of("B-1", "B-2")) {
      assertThat((Double) of("CRF-01.CH_T").get(of("CRF-01.CH_T").size() - 1).value())
          .isBetween(2.0, 6.0);
      s.bench().createBag(bag, 30);
      s.bench().placeBag(bag, "CRF-01", "A1");
      start(s, "CRF-01", "CRF-CART-30ML", "T-" + bag);
      pass(s, 90_000); // 90 min
      var freezer = (RateFreezer) s.plant().device("CRF-01").orElseThrow();
      assertThat(freezer.unit().state()).isEqualTo(UnitState.COMPLETE);
      assertThat(freezer.evaluation().plateauMin()).as(bag).isBetween(3.0, 13.0);
      pass(s, 60_000); // an hour with the bag inside: it stays cold
      assertThat(freezer.sampleC()).isLessThan(-90);
      s.bench().placeBag(bag, "LNF-01", "A1-03");
      pass(s, 10_000);
      assertThat(freezer.unit().state()).isEqualTo(UnitState.IDLE);
    }
  }

  // Contract: same SupervisoryTaskId again returns the first run and starts nothing
  @Test
  void startProgramIsIdempotentByTask() throws CommandRefused {
    var s = simulation(1);
    Object first = start(s, "BRX-01", "EXP-ROCK-37", "T-7").get(0);
    pass(s, 5_000);
    assertThat(start(s, "BRX-01", "EXP-ROCK-37", "T-7")).containsExactly(first);
    assertThat(s.plant().device("BRX-01").orElseThrow().unit().results()).hasSize(1);
    assertThatThrownBy(() -> start(s, "BRX-01", "EXP-ROCK-37", "T-8"))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            e -> assertThat(e.reason()).isEqualTo(CommandRefused.Reason.INVALID_STATE));
    assertThatThrownBy(() -> start(s, "BRX-02", "NO-SUCH", "T-9"))
        .isInstanceOfSatisfying(
            CommandRefused.class,
            e -> assertThat(e.reason()).isEqualTo(CommandRefused.Reason.INVALID_ARGUMENT));
  }

  // SM04: Bad for its duration, Uncertain_LastUsableValue once, then Good
  @Test
  void communicationLossIsBadThenOnceUncertainThenGood() {
    var s = simulation(1);
    pass(s, 12_000);
    Object before = of("BRX-01.T_PV").get(of("BRX-01.T_PV").size() - 1).value();
    inject(s, "SM04", "BRX-01", null, "PT20S", Map.of());
    pass(s, 40_000);
    List<Sample> all = of("BRX-01.T_PV");
    List<Quality> qualities = all.stream().map(Sample::quality).distinct().toList();
    assertThat(qualities)
        .containsExactly(Quality.GOOD, Quality.NO_COMMUNICATION, Quality.LAST_USABLE);
    List<Sample> uncertain = all.stream().filter(x -> x.quality() == Quality.LAST_USABLE).toList();
    assertThat(uncertain).hasSize(1);
    assertThat(uncertain.get(0).value()).isEqualTo(before);
    List<Sample> bad = all.stream().filter(x -> x.quality() == Quality.NO_COMMUNICATION).toList();
    assertThat(uncertain.get(0).timeMs() - bad.get(0).timeMs()).isBetween(18_000L, 21_000L);
    assertThat(all.get(all.size() - 1).quality()).isEqualTo(Quality.GOOD);
    assertThat(heard.get("BRX-02.T_PV")).allMatch(x -> x.quality() == Quality.GOOD);
  }

  // SM01, SM02
  @Test
  void offsetShiftsAndStuckFreezesTheReadingOnly() {
    var s = simulation(1);
    pass(s, 20_000);
    inject(s, "SM01", "INC-01", "T_PV", null, Map.of("offset", 2.0));
    inject(s, "SM02", "INC-02", "CO2_PV", null, Map.of());
    pass(s, 200_000);
    List<Sample> shifted = of("INC-01.T_PV");
    assertThat((Double) shifted.get(shifted.size() - 1).value()).isCloseTo(39, within(0.3));
    List<Sample> stuck = of("INC-02.CO2_PV");
    assertThat(stuck.subList(2, stuck.size()))
        .extracting(Sample::value)
        .containsOnly(stuck.get(2).value());
  }

  // SM06, SM07, SM10 reach the physics
  @Test
  void openLidLostUtilityAndLateNucleationReachThePhysics() throws CommandRefused {
    var s = simulation(2000);
    inject(s, "SM06", "LNF-01", null, "PT5M", Map.of());
    inject(s, "SM07", "INC-01", null, null, Map.of("utility", "CO2"));
    inject(s, "SM10", "CRF-01", null, null, Map.of("T_nuc", -15));
    start(s, "CRF-01", "CRF-CART-30ML", "T-1");
    pass(s, 2_500);
    double warmest =
        s.plant().history().between("LNF-01.T_TOP", 0, Long.MAX_VALUE, 10_000).stream()
            .mapToDouble(x -> (Double) x.value())
            .max()
            .orElseThrow();
    assertThat(warmest).isBetween(-150.0, -135.0);
    List<Sample> co2 = of("INC-01.CO2_PV");
    assertThat((Double) co2.get(co2.size() - 1).value()).isCloseTo(3.96, within(0.3));
    double coldestLiquid =
        of("CRF-01.SAMPLE_T1").stream()
            .filter(x -> x.timeMs() < T0 + 28 * 60_000)
            .mapToDouble(x -> (Double) x.value())
            .min()
            .orElseThrow();
    assertThat(coldestLiquid).as("supercooled to -15").isCloseTo(-15, within(0.8));
  }

  @Test
  void unknownFaultsAreRefusedWithWhatIsAllowed() {
    var s = simulation(1);
    assertThatThrownBy(() -> inject(s, "SM99", "BRX-01", null, null, null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("SM04");
    assertThatThrownBy(() -> inject(s, "SM04", "BRX-09", null, null, null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("BRX-01");
    assertThatThrownBy(() -> inject(s, "SM01", "BRX-01", "STATE", null, Map.of("offset", 1)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("T_PV");
    assertThatThrownBy(() -> inject(s, "SM07", "BRX-01", null, null, Map.of("utility", "gold")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("heater");
    assertThatThrownBy(() -> inject(s, "SM04", "BRX-01", null, "60 s", null))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("ISO 8601");
  }

  // Contract: 7 days of the whole plant in < 3 s; history each minute, subscribers the end only
  @Test
  void advancingAWeekIsFastKeepsHistoryAndTellsOnlyTheEnd() throws CommandRefused {
    var s = simulation(1);
    s.bench().createVessel("V-1", new Culture(1000, 2.4e8, 88, 1, 48));
    s.bench().placeVessel("V-1", "BRX-01");
    start(s, "BRX-01", "EXP-ROCK-37", "T-1");
    pass(s, 5_000);
    heard.clear();
    // CPU time: other work on the machine must not decide over this test
    var cpu = ManagementFactory.getThreadMXBean();
    long began = cpu.getCurrentThreadCpuTime();
    s.advanceTo(T0 + 7 * 86_400_000L);
    assertThat((cpu.getCurrentThreadCpuTime() - began) / 1e9).as("seconds").isLessThan(3.0);
    assertThat(heard.get("BRX-01.T_PV")).hasSize(1);
    assertThat(heard.get("BRX-01.T_PV").get(0).timeMs()).isEqualTo(T0 + 7 * 86_400_000L);
    assertThat(s.clock().nowMs()).isEqualTo(T0 + 7 * 86_400_000L);
    List<Sample> week =
        s.plant().history().between("BRX-01.T_PV", T0, T0 + 7 * 86_400_000L, 20_000);
    assertThat(week.size()).isBetween(10_000, 10_200);
    assertThat((Double) s.bench().truth("V-1").get("viableCells")).isBetween(6e9, 10.5e9);
    assertThatThrownBy(() -> s.advanceTo(T0)).isInstanceOf(Refused.class);
  }

  // Contract: after a restart the plant has gone on, the dead time has no history
  @Test
  void restartGoesOnWithThePlantAndLeavesAGapInTheHistory() throws CommandRefused {
    var first = simulation(60);
    first.bench().createVessel("V-1", new Culture(1000, 2.4e8, 88, 1, 48));
    first.bench().placeVessel("V-1", "BRX-01");
    Object run = start(first, "BRX-01", "EXP-ROCK-37", "T-1").get(0);
    inject(first, "SM07", "INC-01", null, null, Map.of("utility", "CO2"));
    pass(first, 20_000); // 20 min
    double cells = (Double) first.bench().truth("V-1").get("viableCells");
    first.save();
    long stoppedAt = first.plant().nowMs();
    wall.addAndGet(120_000); // 2 h of plant time without a simulator
    var second = simulation(60);
    second.start((tag, sample) -> {});
    assertThat(second.plant().nowMs()).isCloseTo(stoppedAt + 7_200_000, within(2_000L));
    var unit = second.plant().device("BRX-01").orElseThrow().unit();
    assertThat(unit.state()).isEqualTo(UnitState.EXECUTE);
    assertThat(unit.runId()).isEqualTo(run);
    assertThat(start(second, "BRX-01", "EXP-ROCK-37", "T-1")).containsExactly(run);
    assertThat((Double) second.bench().truth("V-1").get("viableCells")).isGreaterThan(cells);
    assertThat(second.plant().faults().active()).hasSize(1);
    Object co2 = second.plant().device("INC-01").orElseThrow().tag("CO2_PV").last().value();
    assertThat((Double) co2).as("the cylinder stayed empty").isLessThan(3.7);
    assertThat(second.plant().history().between("BRX-01.T_PV", 0, stoppedAt + 7_000_000, 100))
        .as("nothing invented for the dead time")
        .allMatch(x -> x.timeMs() <= stoppedAt);
    second.close();
  }

  // Contract: scenario files are timetables in plant time; a jump does not skip or delay them
  @Test
  void scenarioFaultsBeginOnTimeAlsoInsideAJumpAndOnlyOnceOverARestart() throws Exception {
    Path file = dir.resolve("scenario.yaml");
    Files.writeString(
        file,
        """
        name: two troubles
        events:
          - at: PT2H
            fault: {code: SM07, device: INC-01, parameters: {utility: CO2}}
          - at: PT30M
            fault: {code: SM04, device: BRX-01, duration: PT10M}
        """);
    var options = new Simulation.Options(dir, 42, null, 1, file);
    var s = new Simulation(options, wall::get);
    s.advanceTo(T0 + 3 * 3_600_000);
    List<Fault> active = s.plant().faults().active();
    assertThat(active).extracting(Fault::device).containsExactly("INC-01");
    assertThat(active.get(0).startedAtMs()).isEqualTo(T0 + 2 * 3_600_000);
    assertThat(s.plant().history().between("BRX-01.T_PV", 0, Long.MAX_VALUE, 1000))
        .filteredOn(x -> x.quality() == Quality.NO_COMMUNICATION)
        .hasSizeBetween(9, 12);
    s.save();
    wall.addAndGet(3_600_000);
    var again = new Simulation(options, wall::get);
    again.catchUp();
    assertThat(again.plant().faults().active()).hasSize(1);
  }

  @Test
  void unreadableStateIsPutAsideNotTrusted() throws Exception {
    Files.writeString(dir.resolve("state.json"), "{\"version\":1,\"fra");
    simulation(1);
    assertThat(dir.resolve("state.json.unreadable")).exists();
  }

  // --seed: same seed and same calls, same values
  @Test
  void sameSeedGivesTheSameSamples() {
    var s = simulation(10);
    pass(s, 5_000);
    var first = new LinkedHashMap<>(heard);
    heard.clear();
    wall.set(T0);
    pass(simulation(10), 5_000);
    assertThat(heard).isEqualTo(first);
  }
}
