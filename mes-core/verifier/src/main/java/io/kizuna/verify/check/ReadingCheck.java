package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.Ledger;
import io.kizuna.verify.format.BlockHash;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SqlText;
import io.kizuna.verify.source.Block;
import io.kizuna.verify.source.Cursor;
import io.kizuna.verify.source.Event;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Section 3: blocks against the events that sealed them, readings against their blocks. */
public final class ReadingCheck {

  private static final String SEALED = "1 sealed";
  private static final String THERE = "2 there";
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Sealing runs every ten minutes; what is older than this was not late but added. */
  private static final Duration LATE = Duration.ofHours(1);

  private final Findings findings;
  private final Ledger ledger;
  private final boolean whole;
  private boolean cut;
  private Instant sealedLast = Source.ALWAYS;

  /**
   * @param whole whether every event is known: only then must every run have its own.
   */
  public ReadingCheck(Findings findings, Ledger ledger, boolean whole) {
    this.findings = findings;
    this.ledger = ledger;
    this.whole = whole;
  }

  /** What an event says about a sealing run. */
  public void event(Event e, Json.Members body) throws IOException {
    if (e.cut()) cut = true;
    if (!e.action().equals("readings.sealed")) return;
    var changes = body.object("changes");
    String root = changes.object("root").text("after");
    String blocks = changes.object("blocks").text("after");
    ledger.add(e.entityId(), SEALED, blocks + "\t" + root + "\t" + e.seq() + "\t" + e.chain());
  }

  /** Reads the blocks since then once by run, and once more by channel beside the readings. */
  public void blocks(Source source, Instant from) throws IOException {
    roots(source, from);
    for (List<String> c : source.channels()) channel(source, c.get(0), c.get(1), from);
  }

  private void roots(Source source, Instant from) throws IOException {
    try (Cursor<Block> blocks = source.blocksByRun(from)) {
      String run = null;
      var tree = new LogTree();
      for (Block b = blocks.next(); b != null; b = blocks.next()) {
        if (!b.run().equals(run)) {
          if (run != null) root(run, tree);
          run = b.run();
          tree = new LogTree();
        }
        findings.checked("reading blocks", 1);
        if (b.sealedAt().isAfter(sealedLast)) sealedLast = b.sealedAt();
        if (Sha256.isHash(b.hash())) tree.add(Sha256.bytes(b.hash()));
        else findings.add(bad(b.equipment(), b.tag(), b.minute(), "its hash is not a hash"));
      }
      if (run != null) root(run, tree);
    }
  }

  private void root(String run, LogTree tree) throws IOException {
    ledger.add(run, THERE, tree.size() + "\t" + Sha256.hex(tree.root()));
  }

  private void channel(Source source, String equipment, String tag, Instant from)
      throws IOException {
    try (var blocks = source.blocks(equipment, tag, from);
        var readings = source.readings(equipment, tag, from)) {
      var next = readings.next();
      Block block = blocks.next();
      while (block != null) {
        Instant minute = block.minute();
        // of each batch the highest version counts; they come in this order
        Map<String, Block> last = new TreeMap<>();
        for (; block != null && block.minute().equals(minute); block = blocks.next()) {
          last.put(block.batch(), block);
        }
        while (next != null && next.sourceTime().isBefore(minute)) next = readings.next();
        var lines = new ArrayList<BlockHash.Line>();
        for (;
            next != null && next.sourceTime().isBefore(minute.plus(MINUTE));
            next = readings.next()) {
          lines.add(next);
        }
        findings.checked("readings", lines.size());
        for (Block b : last.values()) compare(b, lines);
      }
    }
  }

  private void compare(Block b, List<BlockHash.Line> lines) {
    if (fits(b, lines) || isLate(b, lines)) return;
    String what =
        lines.size() == b.readings()
            ? "a reading was changed after the minute was sealed"
            : lines.size() + " readings are there, " + b.readings() + " were sealed";
    findings.add(bad(b.equipment(), b.tag(), b.minute(), what));
  }

  private static boolean fits(Block b, List<BlockHash.Line> lines) {
    if (lines.size() != b.readings()) return false;
    var hash = new BlockHash(b.equipment(), b.tag(), b.minute());
    lines.forEach(hash::add);
    return hash.hex().equals(b.hash());
  }

  /** Readings that came just now after their minute was sealed: the next run seals them. */
  private boolean isLate(Block b, List<BlockHash.Line> lines) {
    Instant waiting = sealedLast.minus(LATE);
    var known =
        lines.stream()
            .filter(l -> !l.receivedAt().isAfter(b.sealedAt()) || l.receivedAt().isBefore(waiting))
            .toList();
    if (known.size() == lines.size() || !fits(b, known)) return false;
    findings.notChecked("readings that came late, within the last hour, and wait to be sealed");
    return true;
  }

  /** Compares the runs. */
  public void end() throws IOException {
    ledger.forEach(this::compare);
  }

  private void compare(String run, List<Ledger.Entry> entries) {
    String sealed = null;
    String there = null;
    for (var e : entries) {
      if (e.side().equals(SEALED)) sealed = e.says();
      else there = e.says();
    }
    if (sealed == null) {
      if (cut) findings.notChecked("sealing runs whose events were left out");
      else if (whole)
        findings.add(
            run(run, "no event sealed it: its blocks were put in behind the system's back"));
      return;
    }
    String[] event = sealed.split("\t", 4);
    String where = "event " + event[2] + " of chain " + event[3];
    String expected = event[0] + "\t" + event[1];
    if (there == null) {
      findings.add(run(run, where + " sealed " + event[0] + " blocks, none is there"));
    } else if (!there.equals(expected)) {
      String[] found = there.split("\t", 2);
      findings.add(
          run(
              run,
              found[0].equals(event[0])
                  ? "a block was changed after " + where + " sealed the run"
                  : where + " sealed " + event[0] + " blocks, " + found[0] + " are there"));
    }
  }

  private static Finding run(String run, String what) {
    return Finding.of(Kind.READINGS, "sealing run " + run, what);
  }

  private static Finding bad(String equipment, String tag, @Nullable Instant minute, String what) {
    String place = "readings of " + equipment + " " + tag;
    if (minute != null) place += ", minute " + SqlText.time(minute);
    return Finding.of(Kind.READINGS, place, what);
  }
}
