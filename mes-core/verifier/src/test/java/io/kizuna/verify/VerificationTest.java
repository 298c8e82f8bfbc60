package io.kizuna.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.format.VerifierKey;
import io.kizuna.verify.source.DatabaseSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R06, R23, R82: what each kind of change behind the system's back is called. */
class VerificationTest {

  private SampleTrail trail;
  private Options options;

  @BeforeEach
  void begin() throws Exception {
    trail = SampleTrail.full();
    options = new Options(List.of(VerifierKey.parse(trail.notary.vkey())), null, null);
  }

  private Report run() throws Exception {
    return Verification.run(new DatabaseSource(trail.connection, "sample", null), options);
  }

  private Finding first() throws Exception {
    Report report = run();
    assertThat(report.passed()).isFalse();
    return report.first();
  }

  private void event(Finding f, Kind kind, long from, long to) {
    assertThat(f.kind()).as(f.line()).isEqualTo(kind);
    assertThat(f.chain()).isEqualTo(SampleTrail.CHAIN);
    assertThat(f.from()).as(f.line()).isEqualTo(from);
    assertThat(f.to()).as(f.line()).isEqualTo(to);
  }

  @Test
  void untouchedRecordRaisesNothing() throws Exception {
    Report report = run();
    assertThat(report.findings()).isEmpty();
    assertThat(report.checked())
        .containsEntry("events", 10L)
        .containsEntry("chains", 3L)
        .containsEntry("rows", 3L)
        .containsEntry("signatures", 1L)
        .containsEntry("readings", 6L)
        .containsEntry("checkpoints", 2L);
    assertThat(report.verifiedTo()).isEqualTo(4);
  }

  @Test
  void changedTextOfAnEventIsNamed() throws Exception {
    trail.sql("UPDATE audit_event SET body = REPLACE(body, '0.20', '0.21') WHERE seq = 3");
    event(first(), Kind.CHAIN, 3, 3);
  }

  @Test
  void changedColumnOfAnEventIsNamed() throws Exception {
    trail.sql(
        "UPDATE audit_event SET actor = 'sato' WHERE chain_id = ? AND seq = 3", SampleTrail.CHAIN);
    Finding f = first();
    event(f, Kind.BODY, 3, 3);
    assertThat(f.what()).contains("actor").contains("sato").contains("tanaka");
  }

  @Test
  void deletedEventIsNamed() throws Exception {
    trail.sql("DELETE FROM audit_event WHERE chain_id = ? AND seq = 4", SampleTrail.CHAIN);
    event(first(), Kind.CHAIN, 4, 4);
  }

  @Test
  void cutTailIsNamedAlsoIfTheHeadIsCutToo() throws Exception {
    trail.sql("DELETE FROM audit_event WHERE chain_id = ? AND seq >= 6", SampleTrail.CHAIN);
    event(first(), Kind.CHAIN, 6, 7);
    trail.sql(
        "UPDATE chain_head SET seq = 5, hash = (SELECT hash FROM audit_event WHERE chain_id = ? AND"
            + " seq = 5) WHERE chain_id = ?",
        SampleTrail.CHAIN,
        SampleTrail.CHAIN);
    event(first(), Kind.CHECKPOINT, 1, 7);
  }

  @Test
  void inventedAndHiddenRowsAreNamed() throws Exception {
    trail.sql("INSERT INTO person_role VALUES ('mallory', 'QA')");
    assertThat(first().line()).contains("row person_role/mallory/QA").contains("no seal");
    trail.sql("UPDATE person_role SET person_id = 'sato'");
    assertThat(first().line()).contains("row person_role/sato/QA").contains("took it away");
    trail.sql("DELETE FROM person_role");
    trail.sql("DELETE FROM recipe_version");
    assertThat(run().findings()).anyMatch(f -> f.line().contains("row is missing"));
  }

  @Test
  void changedRowIsNamedWithItsColumn() throws Exception {
    trail.sql("UPDATE batch SET state = 'RUNNING'");
    assertThat(first().line())
        .contains("row batch/" + SampleTrail.BATCH)
        .contains("column state is \"RUNNING\", sealed as \"COMPLETE\"");
  }

  @Test
  void changedLimitOfTheFrozenRecipeIsNamed() throws Exception {
    trail.sql("UPDATE batch SET control_recipe = REPLACE(control_recipe, '38.0', '39.0')");
    assertThat(run().findings())
        .anyMatch(
            f ->
                f.kind() == Kind.RECIPE
                    && f.what().contains("/limits/high is \"39.0\", approved \"38.0\""));
  }

  @Test
  void droppedAndChangedReadingsAreNamed() throws Exception {
    trail.sql("DELETE FROM reading WHERE source_time = '2026-11-22 10:01:20+00'");
    assertThat(first().line())
        .contains("readings of BRX-01 TIC01.PV, minute 2026-11-22T10:01:00+00:00")
        .contains("2 readings are there, 3 were sealed");
    trail.sql(
        "UPDATE reading SET value_number = 36.9 WHERE source_time = '2026-11-22 10:00:00+00'");
    assertThat(first().line()).contains("minute 2026-11-22T10:00:00+00:00").contains("changed");
  }

  // RF09: a reading that came a moment ago, late, is neither a finding nor hidden.
  @Test
  void readingThatComesLateWaitsForItsNextBlock() throws Exception {
    String late =
        "INSERT INTO reading VALUES (1, '2026-11-22 10:00:30+00', 0, 37, NULL, 'Cel', 0, 0, NULL,"
            + " '%s', 0)";
    trail.sql(late.formatted("2026-11-22 10:04:00+00"));
    Report report = run();
    assertThat(report.findings()).isEmpty();
    assertThat(report.notChecked()).anyMatch(n -> n.startsWith("readings that came late"));
    trail.sql("DELETE FROM reading WHERE source_time = '2026-11-22 10:00:30+00'");
    trail.sql(late.formatted("2026-11-22 10:00:31+00"));
    assertThat(first().what()).contains("4 readings are there, 3 were sealed");
  }

  @Test
  void changedBlockFitsNoSealedRun() throws Exception {
    trail.sql(
        "UPDATE reading_block SET readings = 3, hash = ? WHERE \"minute\" = '2026-11-22"
            + " 10:01:00+00'",
        "0".repeat(64));
    assertThat(run().findings()).anyMatch(f -> f.place().startsWith("sealing run"));
  }

  @Test
  void signatureGivenToSomebodyElseOrSomethingElseIsNamed() throws Exception {
    trail.sql("UPDATE signature SET person_id = 'sato'");
    assertThat(run().findings())
        .anyMatch(f -> f.kind() == Kind.SIGNATURE && f.what().contains("its signer is \"sato\""));
    trail.sql("UPDATE signature SET person_id = 'tanaka', subject = 'step:s1:perform'");
    assertThat(run().findings())
        .anyMatch(f -> f.kind() == Kind.SIGNATURE && f.what().contains("what it was given for"));
    trail.sql("DELETE FROM signature");
    assertThat(run().findings())
        .anyMatch(f -> f.kind() == Kind.SIGNATURE && f.what().contains("not there"));
  }

  @Test
  void changedLeafAndForeignSignatureAreNamed() throws Exception {
    trail.sql("UPDATE checkpoint_leaf SET hash = ? WHERE leaf_index = 0", "0".repeat(64));
    assertThat(run().findings()).anyMatch(f -> f.place().equals("checkpoint 3"));
    trail = SampleTrail.full();
    options =
        new Options(
            List.of(VerifierKey.parse(new TestNotary("other.example/log", 8).vkey())), null, null);
    assertThat(first().line()).contains("checkpoint 3").contains("not signed by a key");
  }

  @Test
  void rollbackIsSeenFromTheAnchorsWithWhatIsMissing(@TempDir Path anchors) throws Exception {
    String note = trail.lastNote();
    Files.writeString(anchors.resolve("0001-000000000004.note"), note);
    options = new Options(options.keys(), anchors, null);
    assertThat(run().passed()).isTrue();
    trail.sql("DELETE FROM checkpoint WHERE size = 4");
    trail.sql("DELETE FROM checkpoint_leaf WHERE leaf_index = 3");
    trail.sql("DELETE FROM audit_event WHERE chain_id = 'site' AND seq = 2");
    trail.sql(
        "UPDATE chain_head SET seq = 1, hash = (SELECT hash FROM audit_event WHERE chain_id ="
            + " 'site' AND seq = 1) WHERE chain_id = 'site'");
    assertThat(run().findings())
        .anyMatch(
            f ->
                f.kind() == Kind.ANCHOR
                    && f.what().contains("4 leaves")
                    && f.what().contains("has 3; leaves 3 to 3 are missing"));
  }

  // D.4.10: a restore QA signed for is no rollback.
  @Test
  void restoreThatWasSignedForBeginsAnEpoch(@TempDir Path anchors) throws Exception {
    Files.writeString(
        anchors.resolve("0001-000000000004.note"),
        trail.notary.checkpoint(1, 9, new byte[32], "2026-11-22T12:00:00Z"));
    options = new Options(options.keys(), anchors, null);
    assertThat(first().what()).contains("rolled back");
    trail.beginEpoch();
    trail.event(
        "site", "suzuki", "trail.restored", "trail", "2", Map.of("anchoredSize", "9"), Map.of());
    trail.checkpoint();
    assertThat(run().findings()).isEmpty();
  }

  @Test
  void checkSinceACheckpointSeesWhatCameAfter() throws Exception {
    options = new Options(options.keys(), null, 3L);
    Report report = run();
    assertThat(report.findings()).isEmpty();
    assertThat(report.checked()).containsEntry("events", 1L);
    trail.sql(
        "UPDATE audit_event SET body = REPLACE(body, 'ito', 'eto') WHERE chain_id = 'site' AND seq"
            + " = 2");
    assertThat(first().place()).isEqualTo("event 2 of chain site");
  }

  @Test
  void oneBatchIsCheckedAlone() throws Exception {
    var source = new DatabaseSource(trail.connection, "sample", SampleTrail.BATCH);
    Report report = Verification.run(source, options);
    assertThat(report.findings()).isEmpty();
    assertThat(report.checked()).containsEntry("chains", 2L).containsEntry("events", 8L);
    trail.sql("UPDATE batch SET state = 'HELD'");
    var again = new DatabaseSource(trail.connection, "sample", SampleTrail.BATCH);
    assertThat(Verification.run(again, options).passed()).isFalse();
  }

  // One transaction about two batches: each chain has the seals of both batches' rows.
  @Test
  void rowOfAnotherBatchIsNotMissedHere() throws Exception {
    UUID other = UUID.fromString("0198f0a0-0000-7000-8000-000000000009");
    trail.sql(
        "INSERT INTO batch SELECT CAST(? AS uuid), 'B-2611-002', recipe_version, recipe_hash,"
            + " control_recipe, state, body_weight_kg FROM batch",
        other.toString());
    var row = new TreeMap<String, String>();
    try (var rows = new DatabaseSource(trail.connection, "sample", other).rows("batch")) {
      row.putAll(rows.next().columns());
    }
    var seals = SampleTrail.seal("batch/" + other, row);
    trail.event(SampleTrail.CHAIN, "ito", "batch.linked", "batch", "x", Map.of(), seals);
    trail.event("batch:" + other, "ito", "batch.linked", "batch", "x", Map.of(), seals);
    assertThat(run().findings()).isEmpty();
    var here = new DatabaseSource(trail.connection, "sample", SampleTrail.BATCH);
    assertThat(Verification.run(here, options).findings()).isEmpty();
    trail.sql("DELETE FROM batch WHERE number = 'B-2611-002'");
    var gone = new DatabaseSource(trail.connection, "sample", SampleTrail.BATCH);
    assertThat(Verification.run(gone, options).first().what()).startsWith("the row is missing");
  }

  @Test
  void clockThatWentBackIsNamed() throws Exception {
    trail.sql(
        "UPDATE audit_event SET recorded_at = recorded_at - INTERVAL '1' HOUR WHERE chain_id = ?"
            + " AND seq = 4",
        SampleTrail.CHAIN);
    assertThat(run().findings()).anyMatch(f -> f.kind() == Kind.TIME && f.from() == 4);
  }
}
