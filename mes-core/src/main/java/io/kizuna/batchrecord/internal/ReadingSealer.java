package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.SealReadings;
import io.kizuna.batchrecord.internal.ReadingSealRows.Binding;
import io.kizuna.batchrecord.internal.ReadingSealRows.Version;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MerkleTree;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.ReadingBlocks;
import io.kizuna.processdata.ReadingBlocks.Block;
import io.kizuna.processdata.ReadingBlocks.Late;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals readings once their minute is over, one event a batch and run (docs/trail-format.md,
 * section 3). What a look publishes as over is sealed by the next one: by then the transactions
 * that were storing readings at that moment have ended, and later ones mark their minutes as late.
 */
@Component
class ReadingSealer implements SealReadings {

  /** The most a run seals of one unit: some twenty thousand blocks, a few MB. */
  static final Duration SPAN = Duration.ofHours(12);

  private static final int LATE_MAX = 5_000;

  private static final PersonId SEALER = PersonId.system("record");

  private static final Comparator<Version> ORDER =
      Comparator.comparing((Version v) -> v.block().equipment().value())
          .thenComparing(v -> v.block().tag())
          .thenComparing(v -> v.block().minute())
          .thenComparing(Version::number);

  private final ReadingSealRows rows;
  private final ReadingBlocks readings;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final TransactionTemplate own;

  private volatile Instant over = Instant.EPOCH;

  ReadingSealer(
      ReadingSealRows rows,
      ReadingBlocks readings,
      AuditTrail audit,
      RecordClock clock,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.readings = readings;
    this.audit = audit;
    this.clock = clock;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** At a site every ten minutes: each run is an event that somebody may have to read past. */
  @Override
  @Scheduled(
      fixedDelayString = "${kizuna.readings.seal-ms:600000}",
      initialDelayString = "${kizuna.readings.seal-ms:600000}")
  public void look() {
    Instant upTo = over;
    over = minute(clock.now()).minus(1, ChronoUnit.MINUTES);
    readings.lateBefore(over);
    var late = readings.late(LATE_MAX);
    var lateOf = byBatch(late);
    var bindings = new TreeMap<String, List<Binding>>();
    for (Binding b : rows.unsealed()) {
      bindings.computeIfAbsent(b.batch().toString(), id -> new ArrayList<>()).add(b);
    }
    lateOf.keySet().forEach(id -> bindings.computeIfAbsent(id.toString(), x -> rows.of(id)));
    for (var ofBatch : bindings.values()) {
      BatchId batch = ofBatch.get(0).batch();
      seal(batch, ofBatch, lateOf.getOrDefault(batch, List.of()), upTo);
    }
    if (!late.isEmpty()) own.executeWithoutResult(status -> readings.settled(late));
  }

  private Map<BatchId, List<Late>> byBatch(List<Late> late) {
    var minutes =
        late.stream().collect(Collectors.groupingBy(l -> Map.entry(l.equipment(), l.minute())));
    var lateOf = new LinkedHashMap<BatchId, List<Late>>();
    minutes.forEach(
        (place, all) ->
            rows.boundTo(place.getKey(), place.getValue())
                .forEach(
                    batch -> lateOf.computeIfAbsent(batch, b -> new ArrayList<>()).addAll(all)));
    return lateOf;
  }

  @Override
  public void upToNow(BatchId batch) {
    Instant now = minute(clock.now());
    if (now.isAfter(over)) {
      over = now;
      readings.lateBefore(now);
    }
    var late = byBatch(readings.late(LATE_MAX)).getOrDefault(batch, List.of());
    // A run seals a bounded span; after a long stop of the server there may be several.
    while (seal(batch, rows.of(batch), late, now)) late = List.of();
  }

  /**
   * @return whether there is more.
   */
  private boolean seal(BatchId batch, List<Binding> bindings, List<Late> late, Instant upTo) {
    return Boolean.TRUE.equals(
        own.execute(
            status -> {
              var versions = new ArrayList<Version>();
              boolean more = false;
              for (Binding b : bindings) more |= seal(b, late, upTo, versions);
              if (!versions.isEmpty()) record(batch, versions);
              return more;
            }));
  }

  private boolean seal(Binding b, List<Late> late, Instant upTo, List<Version> versions) {
    Instant first = minute(b.from());
    Instant last = upTo;
    if (b.to() != null && b.to().isBefore(upTo)) last = minute(b.to()).plus(1, ChronoUnit.MINUTES);
    if (last.isAfter(upTo)) last = upTo;
    boolean nothingNew = !last.isAfter(b.sealedTo() == null ? first : b.sealedTo());
    var ofUnit = late.stream().filter(l -> l.equipment().equals(b.unit())).toList();
    if (nothingNew && ofUnit.isEmpty()) return false;
    Instant from = rows.lock(b, first);
    for (Late l : ofUnit) {
      if (!l.minute().isBefore(first) && l.minute().isBefore(from)) again(b, l, versions);
    }
    if (!last.isAfter(from)) return false;
    Instant to = from.plus(SPAN).isBefore(last) ? from.plus(SPAN) : last;
    readings.of(b.unit(), from, to).forEach(block -> versions.add(new Version(block, 1)));
    rows.sealedTo(b, to);
    return to.isBefore(last);
  }

  /** A minute that was sealed may have changed since. */
  private void again(Binding b, Late l, List<Version> versions) {
    for (Block block : readings.of(b.unit(), l.tag(), l.minute())) {
      var newest = rows.newest(b.batch(), b.unit(), l.tag(), l.minute());
      boolean same = newest.isPresent() && newest.get().block().hash().equals(block.hash());
      boolean twice = versions.stream().anyMatch(v -> v.block().equals(block));
      if (same || twice) continue;
      versions.add(new Version(block, newest.map(Version::number).orElse(0) + 1));
    }
  }

  private void record(BatchId batch, List<Version> versions) {
    versions.sort(ORDER);
    var run = Ids.next();
    rows.add(run, batch, versions, clock.now());
    var minutes = versions.stream().map(v -> v.block().minute()).sorted().toList();
    var leaves = versions.stream().map(v -> HexFormat.of().parseHex(v.block().hash())).toList();
    long late = versions.stream().filter(v -> v.number() > 1).count();
    var facts = new LinkedHashMap<String, Change>();
    facts.put("from", Change.to(minutes.get(0).toString()));
    facts.put("to", Change.to(minutes.get(minutes.size() - 1).toString()));
    facts.put("blocks", Change.to(Integer.toString(versions.size())));
    facts.put("root", Change.to(HexFormat.of().formatHex(MerkleTree.root(leaves))));
    if (late > 0) facts.put("late", Change.to(Long.toString(late)));
    audit.record(
        new AuditEvent(
            Batch.chainOf(batch),
            SEALER.value(),
            "readings.sealed",
            "readings",
            run.toString(),
            facts,
            late > 0 ? "readings came after their minute was sealed" : null,
            null));
  }

  private static Instant minute(Instant time) {
    return time.truncatedTo(ChronoUnit.MINUTES);
  }
}
