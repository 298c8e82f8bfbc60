package io.kizuna.adapters;

import static io.kizuna.adapters.CoreSpy.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.EquipmentCommands;
import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What core relies on, whatever the protocol. Every adapter's test class extends this one. */
public abstract class EquipmentAdapterContract {

  /** A page must show a dead device within 15 s (issue 2, acceptance 5). */
  private static final Duration SHOWN = Duration.ofSeconds(15);

  private static final Duration SOON = Duration.ofSeconds(30);

  protected final CoreSpy core = new CoreSpy();

  /** A device that is connected, idle and can run {@link #program()}. */
  protected abstract EquipmentId device();

  /** A program that ends by itself within {@link #SOON}. */
  protected abstract String program();

  /** A number of the device that is measured every few seconds. */
  protected abstract String tag();

  protected abstract EquipmentCommands commands();

  /** One tag fails, or the device as a whole if {@code tag} is null; returns how to mend it. */
  protected abstract Runnable communicationFails(String tag);

  protected abstract Runnable deviceFallsSilent();

  protected abstract void deviceDies() throws Exception;

  protected abstract void deviceComesBack() throws Exception;

  /** Ends our side and starts it again with the same core. */
  protected abstract void adapterRestarts() throws Exception;

  private void awaitLive() throws InterruptedException {
    await(SOON, "live", () -> core.isIn(device(), State.LIVE));
  }

  private void awaitReadings(int more) throws InterruptedException {
    int wanted = core.readings(device(), tag()).size() + more;
    await(SOON, "readings", () -> core.readings(device(), tag()).size() >= wanted);
  }

  private Command start(String key, List<String> expectedStates) {
    return new Command(
        "batch:1",
        key,
        device(),
        "B-2611-001",
        "START_PROGRAM",
        program(),
        expectedStates,
        Map.of());
  }

  // R72: unit, quality and three times with every value; core learns the tags first.
  @Test
  void valueArrivesWithUnitQualityAndTimes() throws Exception {
    awaitLive();
    awaitReadings(2);
    var reading = core.latest(device(), tag()).orElseThrow();
    assertThat(reading.quality()).isEqualTo(Quality.GOOD);
    assertThat(reading.value()).isNotNull();
    assertThat(reading.unit()).isNotBlank();
    assertThat(reading.serverTime()).isNotNull();
    assertThat(
            core.tags.values().stream().flatMap(List::stream).anyMatch(t -> t.tag().equals(tag())))
        .isTrue();
    assertThat(gaps()).isEmpty();
  }

  // R72, R73: a bad value is kept as bad, and the time without good ones is a gap with exact
  // bounds.
  @Test
  void badValueIsKeptAndIsAGap() throws Exception {
    awaitLive();
    awaitReadings(2);
    var mend = communicationFails(tag());
    await(SOON, "a gap", () -> !gaps().isEmpty());
    mend.run();
    await(SOON, "its end", () -> gaps().get(0).to() != null);
    var gap = gaps().get(0);
    var readings = inOrder(core.readings(device(), tag()));
    assertThat(gaps()).hasSize(1);
    assertThat(gap.tag()).isEqualTo(tag());
    assertThat(readings).anyMatch(r -> r.quality() == Quality.BAD && r.statusCode() != 0);
    assertExact(gap, readings);
  }

  // SM04: all values bad is the device's silence: one gap, one state, not thirty.
  @Test
  void deviceThatOnlySendsBadValuesIsShownAsOneGap() throws Exception {
    awaitLive();
    awaitReadings(2);
    var mend = deviceFallsSilent();
    await(SHOWN, "shown", () -> core.isIn(device(), State.STALE));
    assertThatThrownBy(() -> commands().execute(start("k-silent", List.of())))
        .isInstanceOfSatisfying(
            MesException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.EQUIPMENT_UNREACHABLE));
    mend.run();
    await(SOON, "live again", () -> core.isIn(device(), State.LIVE));
    await(SOON, "closed", () -> gaps().stream().allMatch(g -> g.to() != null));
    assertThat(gaps()).hasSize(1);
    assertThat(gaps().get(0).tag()).isNull();
  }

  // RF07 and acceptance 5: shown in time, exact gap, comes back by itself, nothing twice.
  @Test
  void deadDeviceIsShownIsAGapAndComesBack() throws Exception {
    awaitLive();
    awaitReadings(3);
    deviceDies();
    await(
        SHOWN, "shown", () -> core.isIn(device(), State.STALE) || core.isIn(device(), State.DOWN));
    await(SHOWN, "gap", () -> gaps().size() == 1);
    assertThat(gaps().get(0).to()).isNull();
    deviceComesBack();
    await(SOON, "live again", () -> core.isIn(device(), State.LIVE));
    await(SOON, "closed", () -> gaps().get(0).to() != null);
    awaitReadings(3);
    assertThat(gaps()).hasSize(1);
    assertThat(gaps().get(0).tag()).isNull();
    assertNothingInside(gaps().get(0));
    assertThat(core.repeats).isEmpty();
  }

  // Our own restart is a gap like any other, and the present value is not stored twice.
  @Test
  void ownRestartIsAGap() throws Exception {
    awaitLive();
    awaitReadings(3);
    adapterRestarts();
    await(SOON, "live again", () -> core.isIn(device(), State.LIVE));
    await(SOON, "closed", () -> gaps().size() == 1 && gaps().get(0).to() != null);
    assertThat(gaps().get(0).reason()).isEqualTo("ADAPTER_DOWN");
    assertNothingInside(gaps().get(0));
    assertThat(core.repeats).isEmpty();
  }

  // The database away for a moment costs nothing.
  @Test
  void readingsWaitForTheDatabase() throws Exception {
    awaitLive();
    awaitReadings(2);
    core.databaseAway = true;
    int before = core.readings(device(), tag()).size();
    Thread.sleep(3_000);
    assertThat(core.readings(device(), tag())).hasSize(before);
    core.databaseAway = false;
    awaitReadings(3);
    assertThat(gaps()).isEmpty();
    assertThat(core.isIn(device(), State.LIVE)).isTrue();
  }

  // RF16: the job that asks again after a lost answer finds it done.
  @Test
  void sameKeyTwiceStartsNothingTwice() throws Exception {
    awaitLive();
    var first = commands().execute(start("k-1", List.of("Idle", "Stopped")));
    assertThat(first.run()).isNotBlank();
    assertThat(commands().execute(start("k-1", List.of("Idle", "Stopped")))).isEqualTo(first);
    core.forgetConfirmations(); // the device itself still knows
    assertThat(commands().execute(start("k-1", List.of("Idle", "Stopped"))).run())
        .isEqualTo(first.run());
  }

  @Test
  void commandInAnUnexpectedStateIsRefusedAndSaysWhy() throws Exception {
    awaitLive();
    assertThatThrownBy(() -> commands().execute(start("k-2", List.of("Held"))))
        .isInstanceOfSatisfying(
            MesException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.EQUIPMENT_STATE);
              assertThat(e.refusal().value()).contains("Idle");
              assertThat(e.refusal().needed()).isEqualTo("Held");
            });
  }

  @Test
  void commandOutsideTheAllowListIsRefused() throws Exception {
    awaitLive();
    var command =
        new Command(
            "batch:1", "k-3", device(), "B-2611-001", "OPEN_LID", null, List.of(), Map.of());
    assertThatThrownBy(() -> commands().execute(command))
        .isInstanceOfSatisfying(
            MesException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COMMAND_NOT_ALLOWED));
  }

  // House rule: at least once, also for a run that ended while we were away.
  @Test
  void endOfAProgramIsToldAlsoAfterARestart() throws Exception {
    awaitLive();
    var run = commands().execute(start("k-4", List.of("Idle", "Stopped"))).run();
    await(SOON, "complete", () -> !core.programs.isEmpty());
    var expected = new ProgramCompleted(device(), "k-4", String.valueOf(run), "Complete");
    assertThat(core.programs).containsExactly(expected);
    adapterRestarts();
    await(SOON, "told again", () -> core.programs.size() == 2);
    assertThat(core.programs.get(1)).isEqualTo(expected);
    // a finished run is put away before the next one starts
    var next = commands().execute(start("k-5", List.of("Idle", "Stopped", "Complete")));
    assertThat(next.run()).isNotEqualTo(run);
  }

  /** The suite has other devices. */
  private List<Gap> gaps() {
    return core.gaps.stream().filter(g -> g.equipment().equals(device())).toList();
  }

  private static List<Reading> inOrder(List<Reading> readings) {
    readings.sort(Comparator.comparing(Reading::sourceTime).thenComparing(Reading::sequence));
    return readings;
  }

  /** From the last good reading before to the first good one after, to the microsecond. */
  private static void assertExact(Gap gap, List<Reading> readings) {
    var good = readings.stream().filter(r -> r.quality() == Quality.GOOD).toList();
    assertThat(good).anyMatch(r -> r.sourceTime().equals(gap.from()));
    assertThat(good).anyMatch(r -> r.sourceTime().equals(gap.to()));
    assertThat(good)
        .noneMatch(r -> r.sourceTime().isAfter(gap.from()) && r.sourceTime().isBefore(gap.to()));
  }

  /** The bounds of a device's gap are readings of any of its tags, and none lies between. */
  private void assertNothingInside(Gap gap) {
    var all =
        core.tags.values().stream()
            .flatMap(List::stream)
            .flatMap(t -> core.readings(device(), t.tag()).stream())
            .toList();
    assertExact(gap, all);
  }
}
