package io.kizuna.adapters;

import io.kizuna.equipment.CommandLog;
import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.DefineTags;
import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.equipment.EquipmentCommands.Confirmation;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.equipment.ReportConnection;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.processdata.Reading;
import io.kizuna.recipe.Source.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Core by hand: remembers everything an adapter tells, stores readings by their key. */
public final class CoreSpy
    implements IngestReadings, ReportConnection, DefineTags, CommandLog, ReadHistorian {

  /** One line of the connection's history. */
  public record Report(
      EquipmentId equipment,
      State state,
      @Nullable String reason,
      @Nullable Certificate certificate) {}

  private record Key(EquipmentId equipment, String tag, Instant at, int sequence) {}

  public final List<Report> reports = new CopyOnWriteArrayList<>();
  public final List<Gap> gaps = new CopyOnWriteArrayList<>();
  public final List<ProgramCompleted> programs = new CopyOnWriteArrayList<>();
  public final Map<String, List<TagDefinition>> tags = new ConcurrentHashMap<>();
  public final List<Reading> repeats = new CopyOnWriteArrayList<>();
  private final Map<Key, Reading> stored = new LinkedHashMap<>();
  private final Map<String, Confirmation> confirmed = new ConcurrentHashMap<>();

  /** While true every write fails, as if the database were away. */
  public volatile boolean databaseAway;

  private void write() {
    if (databaseAway) throw new IllegalStateException("database away");
  }

  @Override
  public synchronized int ingest(List<Reading> readings, Origin origin) {
    write();
    int fresh = 0;
    for (var r : readings) {
      var key = new Key(r.equipment(), r.tag(), r.sourceTime(), r.sequence());
      if (stored.putIfAbsent(key, r) == null) fresh++;
      else repeats.add(r);
    }
    return fresh;
  }

  @Override
  public void gapOpened(EquipmentId equipment, @Nullable String tag, Instant from, String reason) {
    write();
    if (open(equipment, tag).isEmpty()) gaps.add(new Gap(equipment, tag, from, null, reason));
  }

  @Override
  public void gapClosed(EquipmentId equipment, @Nullable String tag, Instant to) {
    write();
    open(equipment, tag)
        .ifPresent(
            g -> gaps.set(gaps.indexOf(g), new Gap(equipment, tag, g.from(), to, g.reason())));
  }

  private Optional<Gap> open(EquipmentId equipment, @Nullable String tag) {
    return gaps.stream()
        .filter(g -> g.to() == null && g.equipment().equals(equipment))
        .filter(g -> java.util.Objects.equals(g.tag(), tag))
        .findFirst();
  }

  @Override
  public void report(
      EquipmentId equipment,
      State state,
      @Nullable String reason,
      @Nullable Certificate certificate) {
    write();
    reports.add(new Report(equipment, state, reason, certificate));
  }

  @Override
  public void define(String equipmentClass, List<TagDefinition> definitions) {
    tags.put(equipmentClass, definitions);
  }

  @Override
  public void bind(EquipmentId equipment, String equipmentClass) {}

  @Override
  public Optional<Confirmation> confirmed(String key) {
    return Optional.ofNullable(confirmed.get(key));
  }

  @Override
  public void confirm(Command command, Confirmation confirmation) {
    confirmed.putIfAbsent(command.key(), confirmation);
  }

  /** Loses what devices have confirmed, as if the answer to the job had been lost. */
  public void forgetConfirmations() {
    confirmed.clear();
  }

  /** As on the first day. */
  public synchronized void forget() {
    stored.clear();
    gaps.clear();
    reports.clear();
  }

  public synchronized List<Reading> readings(EquipmentId equipment, String tag) {
    return new ArrayList<>(
        stored.values().stream()
            .filter(r -> r.equipment().equals(equipment) && r.tag().equals(tag))
            .toList());
  }

  public @Nullable Report lastReport(EquipmentId equipment) {
    Report last = null;
    for (var r : reports) if (r.equipment().equals(equipment)) last = r;
    return last;
  }

  public boolean isIn(EquipmentId equipment, State state) {
    var last = lastReport(equipment);
    return last != null && last.state() == state;
  }

  @Override
  public Optional<Reading> latest(EquipmentId equipment, String tag) {
    return readings(equipment, tag).stream()
        .reduce((a, b) -> b.sourceTime().isBefore(a.sourceTime()) ? a : b);
  }

  @Override
  public WindowResult window(
      EquipmentId equipment,
      String tag,
      Statistic statistic,
      Instant from,
      Instant to,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Gap> gaps(EquipmentId equipment, Instant from, Instant to) {
    return List.copyOf(gaps);
  }

  @Override
  public Series series(EquipmentId equipment, String tag, Instant from, Instant to, int buckets) {
    throw new UnsupportedOperationException();
  }

  /** Waits for something to become true. */
  public static void await(Duration max, String what, BooleanSupplier condition)
      throws InterruptedException {
    long end = System.nanoTime() + max.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) throw new AssertionError("not within " + max + ": " + what);
      Thread.sleep(20);
    }
  }
}
