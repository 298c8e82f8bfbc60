package io.kizuna.verify;

import static java.time.temporal.ChronoUnit.MINUTES;

import io.kizuna.verify.check.AnchorCheck;
import io.kizuna.verify.check.ChainCheck;
import io.kizuna.verify.check.ChangedRows;
import io.kizuna.verify.check.CheckpointCheck;
import io.kizuna.verify.check.EventCheck;
import io.kizuna.verify.check.ReadingCheck;
import io.kizuna.verify.check.RecipeCheck;
import io.kizuna.verify.check.RowCheck;
import io.kizuna.verify.check.SignatureCheck;
import io.kizuna.verify.check.StampCheck;
import io.kizuna.verify.source.Head;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** One check of one record, from the events to what rests on them. */
public final class Verification implements AutoCloseable {

  private final Source source;
  private final Options options;
  private final Findings findings;
  private final Instant startedAt = Instant.now();

  private final Ledger rowLedger = new Ledger();
  private final Ledger signatureLedger = new Ledger();
  private final Ledger runLedger = new Ledger();

  /** A late reading makes a new version of a block that is up to a day old. */
  private static final Duration LATE = Duration.ofDays(1);

  private Instant blocksFrom = Source.ALWAYS;

  private final RowCheck rows;
  private final SignatureCheck signatures;
  private final ReadingCheck readings;
  private final RecipeCheck recipes;
  private final AnchorCheck anchors;

  private Verification(Source source, Options options, Findings findings) {
    this.source = source;
    this.options = options;
    this.findings = findings;
    boolean all = options.since() == null;
    rows = new RowCheck(source, findings, rowLedger, source.whole(), all);
    signatures = new SignatureCheck(findings, signatureLedger, all);
    readings = new ReadingCheck(findings, runLedger, all);
    recipes = new RecipeCheck(findings);
    anchors = new AnchorCheck(findings);
  }

  /** Checks {@code source}. */
  public static Report run(Source source, Options options) throws IOException {
    return run(source, options, new Findings());
  }

  /** Checks {@code source} and adds to what was found before. */
  public static Report run(Source source, Options options, Findings findings) throws IOException {
    try (var verification = new Verification(source, options, findings)) {
      return verification.run();
    }
  }

  private Report run() throws IOException {
    Map<String, Head> begin = begin();
    if (options.anchors() != null) anchors.read(options.anchors(), options.keys());
    events(begin);
    checkpoints();
    rows();
    blocks();
    return report(source.name(), startedAt, findings);
  }

  /** What was found so far. */
  public static Report report(String name, Findings findings) {
    return report(name, Instant.now(), findings);
  }

  private static Report report(String name, Instant startedAt, Findings findings) {
    return new Report(
        name,
        Main.version(),
        startedAt,
        Instant.now(),
        findings.checked(),
        findings.notChecked(),
        findings.kept(),
        findings.total(),
        findings.verifiedTo());
  }

  private Map<String, Head> begin() throws IOException {
    Long since = options.since();
    if (since == null) return Map.of();
    findings.notChecked("events, and rows last changed, before checkpoint " + since);
    try (var notes = source.checkpoints()) {
      for (var note = notes.next(); note != null; note = notes.next()) {
        if (note.size() == since) blocksFrom = note.sealedAt().minus(LATE).truncatedTo(MINUTES);
      }
    }
    return CheckpointCheck.standing(source, since);
  }

  private void events(Map<String, Head> begin) throws IOException {
    var chains = new ChainCheck(findings, source.heads(), begin);
    try (var events = source.events(options.since() == null ? null : begin);
        var parallel = new Parallel(events)) {
      for (var c = parallel.next(); c != null; c = parallel.next()) {
        chains.visit(c);
        take(c);
      }
    }
    chains.end();
  }

  private void take(EventCheck.Checked c) throws IOException {
    rows.seals(c.event(), c.body());
    signatures.event(c.event(), c.body());
    readings.event(c.event(), c.body());
    anchors.event(c.event(), c.body());
  }

  private void checkpoints() throws IOException {
    if (!source.has("checkpoint") || !source.has("checkpoint_leaf")) {
      if (source.whole()) noCheckpoints();
      return;
    }
    var log = new CheckpointCheck(findings, options.keys(), Set.copyOf(anchors.sizes()));
    log.check(source);
    anchors.compare(log, options.since() == null && source.whole());
    if (options.anchors() == null) {
      findings.notChecked("anchors: no folder was given (--anchors), so a rollback cannot be seen");
    }
    if (source.has("checkpoint_stamp")) new StampCheck(findings).check(source);
  }

  /** Whoever names anchors knows that there were checkpoints. */
  private void noCheckpoints() {
    if (options.anchors() == null) {
      findings.notChecked("checkpoints: the record holds none");
    } else {
      findings.add(
          Finding.of(
              Finding.Kind.ANCHOR, "table checkpoint", "it is missing, though there are anchors"));
    }
  }

  private void rows() throws IOException {
    var tables = source.tables(rows.sealedTables());
    rows.present(tables);
    var files = source.recipeFiles();
    if (!files.isEmpty()) recipes.files(files);
    // a row that was changed is named before what no longer fits because of it
    findings.holdBack();
    for (String table : tables) {
      try (var all = source.rows(table)) {
        for (var row = all.next(); row != null; row = all.next()) {
          rows.row(row);
          signatures.row(row);
          recipes.row(row);
        }
      }
    }
    rows.end();
    new ChangedRows(source, findings).explain(rows.changed());
    findings.tell();
    signatures.end(tables.contains("signature"), source.whole());
  }

  private void blocks() throws IOException {
    if (!source.has("reading_block")) {
      findings.notChecked("readings: the record holds no blocks");
      return;
    }
    readings.blocks(source, blocksFrom);
    readings.end();
  }

  @Override
  public void close() throws IOException {
    rowLedger.close();
    signatureLedger.close();
    runLedger.close();
  }
}
