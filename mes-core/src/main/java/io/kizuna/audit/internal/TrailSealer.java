package io.kizuna.audit.internal;

import io.kizuna.audit.Notary;
import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.audit.internal.CheckpointRows.Moved;
import io.kizuna.kernel.RecordClock;
import io.kizuna.notary.Checkpoint;
import io.kizuna.notary.Leaf;
import io.kizuna.notary.SignedNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the log of all chains (requirements.md D.4.8): adds a leaf for each chain that went on, has
 * the notary sign, keeps the checkpoint and its anchor. Killed anywhere, the next pass goes on:
 * leaves without a signature are signed before others are added.
 */
final class TrailSealer {

  /** So many events are not left waiting for the minute to end. */
  static final long EVENTS_MAX = 1000;

  private final CheckpointRows rows;
  private final LogTree tree;
  private final Anchors anchors;
  private final SealAlarms alarms;
  private final Notary notary;
  private final RecordClock recordClock;
  private final Clock clock;
  private final Duration every;
  private final TransactionTemplate transaction;

  private Instant sealedAt = Instant.MIN;
  private volatile Waiting waiting = new Waiting(0, null);
  private volatile @Nullable LastAnswer lastAnswer;

  /** Events without a leaf, and since when. */
  record Waiting(long events, @Nullable Instant since) {}

  record LastAnswer(String word, Instant at) {}

  TrailSealer(
      CheckpointRows rows,
      LogTree tree,
      Anchors anchors,
      SealAlarms alarms,
      Notary notary,
      RecordClock recordClock,
      Clock clock,
      Duration every,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.tree = tree;
    this.anchors = anchors;
    this.alarms = alarms;
    this.notary = notary;
    this.recordClock = recordClock;
    this.clock = clock;
    this.every = every;
    this.transaction = new TransactionTemplate(transactions);
  }

  Waiting waiting() {
    return waiting;
  }

  @Nullable LastAnswer lastAnswer() {
    return lastAnswer;
  }

  /**
   * Looks once and seals if it is time.
   *
   * @param atOnce something happened that must not wait.
   * @return false if it should be tried again later because something is wrong.
   */
  boolean pass(boolean atOnce) {
    long epoch = rows.epoch(recordClock.now());
    long leaves = rows.leaves(epoch);
    var moved = rows.moved(epoch);
    note(moved);
    if (!anchors.fit(epoch, leaves)) return false;
    long signed = rows.newest().filter(c -> c.epoch() == epoch).map(c -> c.size()).orElse(0L);
    if (leaves > signed && !settle(epoch, leaves)) return false;
    anchors.addMissing();
    if (moved.isEmpty() || !isDue(atOnce)) return true;
    if (!grow(epoch)) return false;
    if (!settle(epoch, rows.leaves(epoch))) return false;
    sealedAt = clock.instant();
    note(rows.moved(epoch));
    anchors.addMissing();
    return true;
  }

  private void note(List<Moved> moved) {
    long events = moved.stream().mapToLong(m -> m.seq() - m.covered()).sum();
    Instant since = waiting.since() == null ? clock.instant() : waiting.since();
    waiting = new Waiting(events, moved.isEmpty() ? null : since);
  }

  private boolean isDue(boolean atOnce) {
    return atOnce
        || waiting.events() >= EVENTS_MAX
        || sealedAt.equals(Instant.MIN)
        || !clock.instant().isBefore(sealedAt.plus(every));
  }

  /** Adds the leaves; another server that does the same waits here and then finds them added. */
  private boolean grow(long epoch) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              rows.lock(epoch);
              if (rows.newestEpoch().orElse(epoch) != epoch) return false; // one began meanwhile
              var moved = new ArrayList<>(rows.moved(epoch));
              moved.sort(Comparator.comparing(Moved::chain));
              for (Moved m : moved) {
                if (m.seq() < m.covered()) return shorter(m);
              }
              long index = rows.leaves(epoch);
              var leaves = new ArrayList<Leaf>();
              for (Moved m : moved) leaves.add(new Leaf(index++, m.chain(), m.seq(), m.hash()));
              rows.add(epoch, leaves);
              alarms.clear(Fault.CHAIN_SHORTER);
              return true;
            }));
  }

  /** A leaf that goes back would stand in the log for ever; the notary would not sign it. */
  private boolean shorter(Moved m) {
    alarms.raise(
        Fault.CHAIN_SHORTER,
        "chain %s ends with event %d; missing are events %d to %d"
            .formatted(m.chain(), m.seq(), m.seq() + 1, m.covered()),
        "event " + m.covered() + ", as in its last leaf");
    return false;
  }

  /** Has all leaves there are signed. */
  private boolean settle(long epoch, long size) {
    if (size == 0) return true;
    var answer = notary.sign(epoch, size);
    lastAnswer = new LastAnswer(word(answer), clock.instant());
    if (answer instanceof Notary.Answer.Signed s) {
      return keep(s.note(), epoch, size);
    } else if (answer instanceof Notary.Answer.Refused r) {
      alarms.raise(Fault.NOTARY_REFUSED, r.rule() + ": " + r.found(), r.needed());
    } else if (answer instanceof Notary.Answer.Away a) {
      alarms.raise(Fault.NOTARY_AWAY, a.reason(), "a notary that answers");
    }
    return false;
  }

  private static String word(Notary.Answer answer) {
    if (answer instanceof Notary.Answer.Refused r) return "refused: " + r.rule();
    return answer instanceof Notary.Answer.Away ? "no answer" : "signed";
  }

  /** Whoever answers in the notary's place has another key or signs another log. */
  private boolean keep(String text, long epoch, long size) {
    String root = tree.root(epoch, size);
    try {
      var note = SignedNote.parse(text);
      boolean trusted = notary.keys().stream().anyMatch(note::isSignedBy);
      var c = Checkpoint.parse(note.text());
      if (!trusted || c.epoch() != epoch || c.size() != size || !c.root().equals(root)) {
        return disbelieved(trusted ? note.text() : "a signature of another key");
      }
    } catch (IllegalArgumentException e) {
      return disbelieved("no signed note");
    }
    rows.add(new SealedCheckpoint(epoch, size, root, text, recordClock.now()));
    alarms.clear(Fault.NOTARY_AWAY, Fault.NOTARY_REFUSED, Fault.NOTARY_NOT_BELIEVED);
    return true;
  }

  private boolean disbelieved(String found) {
    String needed = "a checkpoint of this log, signed by " + notary.keys().get(0).name();
    alarms.raise(Fault.NOTARY_NOT_BELIEVED, found, needed);
    return false;
  }
}
