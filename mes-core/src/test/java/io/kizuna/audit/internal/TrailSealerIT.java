package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.audit.Notary.Answer;
import io.kizuna.audit.SealTrail.Alarm;
import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.notary.Checkpoint;
import io.kizuna.notary.SignedNote;
import io.kizuna.notary.SigningKey;
import io.kizuna.testing.Databases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** R06, RF21, T01: the log over all chains, with the real notary. */
class TrailSealerIT {

  @TempDir Path folder;

  private static List<String> leaves(SealedLog log) {
    return log.jdbc
        .sql("SELECT leaf_index, chain_id, seq FROM checkpoint_leaf ORDER BY epoch, leaf_index")
        .query((rs, n) -> rs.getLong(1) + " " + rs.getString(2) + " " + rs.getLong(3))
        .list();
  }

  private static List<Fault> faults(SealedLog log) {
    return log.lastAlarms().all().stream().map(Alarm::fault).toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyChainThatWentOnIsSealedOnceAndAnchored(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("site", 2);
      log.append("batch:b", 3);
      log.append("batch:a", 1);
      var sealer = log.sealer();
      assertThat(sealer.pass(false)).isTrue();
      assertThat(sealer.pass(false)).isTrue(); // nothing went on
      log.append("batch:a", 4);
      assertThat(sealer.pass(false)).isTrue();
      assertThat(leaves(log))
          .containsExactly("0 batch:a 1", "1 batch:b 3", "2 site 2", "3 batch:a 5");
      var newest = log.rows.newest().orElseThrow();
      assertThat(newest.size()).isEqualTo(4);
      var note = SignedNote.parse(newest.note());
      assertThat(note.isSignedBy(log.door.trusted)).isTrue();
      assertThat(Checkpoint.parse(note.text()).root()).isEqualTo(newest.root());
      assertThat(log.anchorFolder())
          .isDirectoryContaining(f -> f.endsWith("0001-000000000003.note"))
          .isDirectoryContaining(f -> f.endsWith("0001-000000000004.note"));
      assertThat(log.anchorFolder().resolve("0001-000000000004.note")).hasContent(newest.note());
      assertThat(log.events).isEmpty();
    }
  }

  /** A clock that stands until it is told. */
  private static final class StandingClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T20:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }

  // Once a minute, after a thousand events, or at once after a disposition.
  @ParameterizedTest
  @EnumSource
  void sealsWhenItIsTime(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      var clock = new StandingClock();
      var sealer = log.sealer(log.door, Duration.ofMinutes(1), clock);
      log.append("site", 1);
      sealer.pass(false);
      assertThat(leaves(log)).hasSize(1);
      log.append("site", 1);
      clock.now = clock.now.plusSeconds(59);
      sealer.pass(false);
      assertThat(leaves(log)).hasSize(1);
      assertThat(sealer.waiting().events()).isEqualTo(1);
      assertThat(sealer.waiting().since()).isNotNull();
      sealer.pass(true);
      assertThat(leaves(log)).hasSize(2);
      assertThat(sealer.waiting().events()).isZero();
      log.append("site", 999);
      sealer.pass(false);
      assertThat(leaves(log)).hasSize(2);
      log.append("site", 1);
      sealer.pass(false);
      assertThat(leaves(log)).hasSize(3);
      log.append("site", 1);
      clock.now = clock.now.plusSeconds(60);
      sealer.pass(false);
      assertThat(leaves(log)).hasSize(4);
    }
  }

  // RF15: two servers seal the same database; the storage decides.
  @ParameterizedTest
  @EnumSource
  void twoSealersAddNoLeafTwice(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      var threads = Executors.newFixedThreadPool(3);
      var done = new CountDownLatch(1);
      List<Future<?>> sealing = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        var sealer = log.sealer();
        sealing.add(
            threads.submit(
                () -> {
                  while (done.getCount() > 0) sealer.pass(false);
                  return sealer.pass(false);
                }));
      }
      for (int i = 0; i < 60; i++) log.append("batch:" + i % 7, 1 + i % 3);
      done.countDown();
      for (var s : sealing) assertThat(s.get()).isEqualTo(true);
      threads.shutdown();
      var all = leaves(log);
      for (int i = 0; i < all.size(); i++) assertThat(all.get(i)).startsWith(i + " ");
      assertThat(all.stream().map(l -> l.substring(l.indexOf(' '))).distinct()).hasSize(all.size());
      var newest = log.rows.newest().orElseThrow();
      assertThat(newest.size()).isEqualTo(all.size());
      assertThat(newest.root()).isEqualTo(new LogTree(log.rows).root(1, all.size()));
      assertThat(log.rows.moved(1)).isEmpty();
      assertThat(log.events).isEmpty();
    }
  }

  // The notary is away: work goes on, nothing is lost, it is on record, and it mends by itself.
  @ParameterizedTest
  @EnumSource
  void leavesWaitForANotaryThatIsAway(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      var sealer = log.sealer();
      log.append("site", 1);
      log.door.instead.set(new Answer.Away("connection refused"));
      assertThat(sealer.pass(false)).isFalse();
      log.append("site", 1);
      assertThat(sealer.pass(false)).isFalse();
      assertThat(leaves(log)).containsExactly("0 site 1");
      assertThat(faults(log)).containsExactly(Fault.NOTARY_AWAY);
      log.door.instead.set(null);
      assertThat(sealer.pass(false)).isTrue();
      assertThat(leaves(log)).containsExactly("0 site 1", "1 site 2");
      assertThat(log.rows.newest().orElseThrow().size()).isEqualTo(2);
      assertThat(faults(log)).isEmpty();
      assertThat(log.events)
          .extracting(e -> e.action() + " " + e.entityId())
          .containsExactly("trail.alarm-raised NOTARY_AWAY", "trail.alarm-ended NOTARY_AWAY");
    }
  }

  // Killed between the leaves and their signature: whoever comes next goes on there.
  @ParameterizedTest
  @EnumSource
  void killedInTheMiddleItGoesOn(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("site", 1);
      var killed =
          log.sealer(
              new SealedLog.Door(log.door.notary) {
                @Override
                public Answer sign(long epoch, long size) {
                  super.sign(epoch, size); // the notary has signed; nobody gets to know
                  throw new IllegalStateException("killed");
                }
              },
              Duration.ZERO,
              Clock.systemUTC());
      assertThatThrownBy(() -> killed.pass(false)).hasMessage("killed");
      assertThat(log.rows.newest()).isEmpty();
      assertThat(log.sealer().pass(false)).isTrue();
      assertThat(leaves(log)).containsExactly("0 site 1");
      assertThat(log.rows.newest().orElseThrow().size()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverSignsInTheNotarysPlaceIsNotBelieved(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("site", 1);
      var other = SigningKey.loadOrCreate(folder.resolve("other.pem"), "test.example/trail");
      var c = new Checkpoint("test.example/trail", 1, "0".repeat(64), 1, Instant.now());
      log.door.instead.set(new Answer.Signed(SignedNote.sign(c.text(), other).toString()));
      assertThat(log.sealer().pass(false)).isFalse();
      assertThat(faults(log)).containsExactly(Fault.NOTARY_NOT_BELIEVED);
      log.door.trusted = other.verifier(); // the right key under another log is no better
      assertThat(log.sealer().pass(false)).isFalse();
      assertThat(faults(log)).containsExactly(Fault.NOTARY_NOT_BELIEVED);
      log.door.instead.set(new Answer.Signed("nonsense"));
      assertThat(log.sealer().pass(false)).isFalse();
      assertThat(log.rows.newest()).isEmpty();
    }
  }

  // RF21: an older state was put back; what is missing is named to the leaf, until QA states it.
  @ParameterizedTest
  @EnumSource
  void rollbackIsFoundByTheAnchorAndANewEpochGoesOn(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("site", 3);
      log.append("batch:a", 2);
      log.sealer().pass(true);
      try (var older = log.restored(db)) {
        for (int i = 0; i < 3; i++) {
          log.append("batch:a", 1);
          log.sealer().pass(true);
        }
        var before = log.rows.newest().orElseThrow();
        assertThat(before.size()).isEqualTo(5);
        older.append("site", 1); // work goes on after the restore
        var door = log.notaryBefore(older);
        var sealer = older.sealer(door, Duration.ZERO, Clock.systemUTC());
        assertThat(sealer.pass(true)).isFalse();
        assertThat(older.lastAlarms().all())
            .singleElement()
            .satisfies(
                a -> {
                  assertThat(a.fault()).isEqualTo(Fault.ROLLED_BACK);
                  assertThat(a.found()).isEqualTo("2 leaves; missing are leaves 2 to 4 (3)");
                  assertThat(a.needed()).contains("5 leaves, root " + before.root());
                });
        assertThat(leaves(older)).hasSize(2);
        // Without an anchor the notary itself remembers.
        var answer = (Answer.Refused) door.sign(1, 2);
        assertThat(answer.rule()).isEqualTo("LOG_ROLLED_BACK");
        assertThat(answer.found()).isEqualTo("2 leaves; missing are 2 to 4");

        older
            .jdbc
            .sql("INSERT INTO trail_epoch (epoch, begun_at) VALUES (2, CURRENT_TIMESTAMP)")
            .update();
        assertThat(sealer.pass(true)).isFalse(); // nobody has stated what is missing
        assertThat(older.lastAlarms().all().get(0).found()).startsWith("EPOCH_NOT_STATED");
        older.append(
            "site",
            "trail.restored",
            "2",
            """
            {"changes":{"anchoredRoot":{"after":"%s"},"anchoredSize":{"after":"5"}},"signature":"x"}\
            """
                .formatted(before.root()));
        assertThat(sealer.pass(true)).isTrue();
        assertThat(sealer.pass(true)).isTrue();
        assertThat(faults(older)).isEmpty();
        var after = older.rows.newest().orElseThrow();
        assertThat(after.epoch()).isEqualTo(2);
        assertThat(leaves(older)).containsSubsequence("1 site 3", "0 batch:a 2", "1 site 4");
        assertThat(older.anchorFolder())
            .isDirectoryContaining(f -> f.getFileName().toString().startsWith("0002-"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void rewrittenLogIsFoundByItsAnchor(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("site", 1);
      log.sealer().pass(true);
      try (var other = new SealedLog(db, Files.createDirectory(folder.resolve("other")))) {
        other.append("site", "event", "thing", "{\"n\":\"another\"}");
        var tree = new LogTree(other.rows);
        other.sealer().pass(true);
        var raised = new SealAlarms(other.events::add, Clock.systemUTC(), transactions(other));
        var keys = List.of(log.door.trusted);
        var anchors =
            new Anchors(other.rows, tree, raised, new AnchorDirectory(log.anchorFolder(), keys));
        assertThat(anchors.fit(1, 1)).isFalse();
        assertThat(raised.all().get(0).found()).endsWith("none missing, but rewritten");
      }
    }
  }

  private static org.springframework.transaction.PlatformTransactionManager transactions(
      SealedLog log) {
    return new org.springframework.jdbc.support.JdbcTransactionManager(log.source);
  }

  // A chain cut behind its last leaf: the sealer adds no leaf that goes back.
  @ParameterizedTest
  @EnumSource
  void chainThatWasCutIsNotSealedAgain(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("batch:a", 5);
      var sealer = log.sealer();
      sealer.pass(true);
      log.jdbc.sql("UPDATE chain_head SET seq = 3 WHERE chain_id = 'batch:a'").update();
      assertThat(sealer.pass(true)).isFalse();
      assertThat(log.lastAlarms().all().get(0).found())
          .isEqualTo("chain batch:a ends with event 3; missing are events 4 to 5");
      assertThat(leaves(log)).hasSize(1);
    }
  }

  // Killed while it wrote an anchor: what is missing is added, another text is never replaced.
  @ParameterizedTest
  @EnumSource
  void tornAnchorIsCompletedAndAForeignOneIsNotReplaced(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      log.append("site", 1);
      log.sealer().pass(true);
      Path anchor = log.anchorFolder().resolve("0001-000000000001.note");
      String note = Files.readString(anchor);
      Files.writeString(anchor, note.substring(0, 20));
      assertThat(log.sealer().pass(true)).isTrue();
      assertThat(anchor).hasContent(note);
      Files.writeString(anchor, "something else");
      assertThat(log.sealer().pass(true)).isTrue(); // sealing goes on
      assertThat(faults(log)).containsExactly(Fault.ANCHOR_FAILED);
      assertThat(anchor).hasContent("something else");
    }
  }
}
