package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.Ledger;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.RowHash;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.source.Event;
import io.kizuna.verify.source.Row;
import io.kizuna.verify.source.SealedTables;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Section 2: every row against the last seal of it, and every seal against its row. */
public final class RowCheck {

  private static final String GONE = "gone";
  private static final String SEALED = "1 sealed";
  private static final String THERE = "2 there";

  /** One seal, as it travels through the ledger. */
  record Seal(String chain, long seq, String id, String hash) {

    String text() {
      return String.join("\t", Long.toString(seq), id, hash, chain);
    }

    static Seal parse(String text) {
      String[] p = text.split("\t", 4);
      return new Seal(p[3], Long.parseLong(p[0]), p[1], p[2]);
    }
  }

  /** A row that hashes otherwise than sealed; explained once all are known. */
  public record Changed(String table, String key, String chain, long seq, String seal) {}

  private final Source source;
  private final Findings findings;
  private final Ledger ledger;
  private final boolean whole;
  private final boolean fromTheBeginning;
  private final Set<String> sealedTables = new TreeSet<>();
  private final Set<String> present = new TreeSet<>();
  private final List<Changed> changed = new ArrayList<>();

  /**
   * @param source asked for rows that are not where they are expected.
   * @param whole whether every chain is known: only then the last seal of any row is.
   * @param fromTheBeginning whether every event is known: only then must every row have a seal.
   */
  public RowCheck(
      Source source, Findings findings, Ledger ledger, boolean whole, boolean fromTheBeginning) {
    this.source = source;
    this.findings = findings;
    this.ledger = ledger;
    this.whole = whole;
    this.fromTheBeginning = fromTheBeginning;
  }

  /** Takes the seals of an event. */
  public void seals(Event e, Json.Members body) throws IOException {
    for (var seal : body.object("rows").members().entrySet()) {
      int slash = seal.getKey().indexOf('/');
      String hash = seal.getValue() instanceof Json.Text text ? text.value() : "";
      if (slash <= 0 || !(hash.equals(GONE) || Sha256.isHash(hash))) {
        String what = "its seal \"" + seal.getKey() + "\" is not a row and its hash";
        findings.add(Finding.event(Kind.BODY, e.chain(), e.seq(), what));
        continue;
      }
      sealedTables.add(seal.getKey().substring(0, slash));
      ledger.add(seal.getKey(), SEALED, new Seal(e.chain(), e.seq(), e.id(), hash).text());
    }
  }

  /** Tables that have seals. */
  public Set<String> sealedTables() {
    return sealedTables;
  }

  /** Says which tables the record holds. */
  public void present(Collection<String> tables) {
    present.addAll(tables);
  }

  /** Takes a row that is there. */
  public void row(Row row) throws IOException {
    String hash = RowHash.of(row.table(), RowHash.text(row.columns()));
    ledger.add(row.table() + "/" + row.key(), THERE, hash);
    findings.checked("rows", 1);
  }

  /** Compares. */
  public void end() throws IOException {
    ledger.forEach(this::compare);
  }

  private void compare(String key, List<Ledger.Entry> entries) throws IOException {
    var seals = new ArrayList<Seal>();
    String there = null;
    for (var e : entries) {
      if (e.side().equals(SEALED)) seals.add(Seal.parse(e.says()));
      else there = e.says();
    }
    int slash = key.indexOf('/');
    String table = key.substring(0, slash);
    if (!whole && !present.contains(table)) {
      findings.notChecked("rows of " + table + ": the record does not hold them");
      return;
    }
    if (fromTheBeginning && !whole && !SealedTables.ofOneChain(table)) {
      loosely(seals, there);
      return;
    }
    Seal last = last(seals);
    if (last == null) {
      if (fromTheBeginning)
        findings.add(row(key, "the row has no seal: it was put in behind the system's back"));
    } else if (last.hash().equals(GONE)) {
      if (there != null)
        findings.add(row(key, "the row is there, but " + event(last) + " took it away"));
    } else if (there == null && !whole && last.chain().startsWith("recipe:")) {
      findings.notChecked("rows of the recipe that the record does not hold");
    } else if (there == null
        && !whole
        && source.mayHoldElsewhere(table, key.substring(slash + 1))) {
      findings.notChecked("rows of other batches that were changed together with this one's");
    } else if (there == null) {
      findings.add(row(key, "the row is missing; " + event(last) + " sealed it"));
    } else if (!there.equals(last.hash())) {
      changed.add(
          new Changed(table, key.substring(slash + 1), last.chain(), last.seq(), last.hash()));
    }
  }

  /** A row of the installation may have been sealed again in a chain that is not here. */
  private void loosely(List<Seal> seals, @Nullable String there) {
    if (there != null && seals.stream().noneMatch(s -> s.hash().equals(there))) {
      findings.notChecked("rows whose last seal is in a chain that is not part of this check");
    }
  }

  /**
   * In one chain the last event counts; between chains the last id, made when the event was
   * chained.
   */
  static @Nullable Seal last(List<Seal> seals) {
    Map<String, Seal> byChain = new HashMap<>();
    for (Seal s : seals) byChain.merge(s.chain(), s, (a, b) -> a.seq() > b.seq() ? a : b);
    Seal last = null;
    for (Seal s : byChain.values()) {
      if (last == null || s.id().compareTo(last.id()) > 0) last = s;
    }
    return last;
  }

  /** Rows that hash otherwise than sealed. */
  public List<Changed> changed() {
    return changed;
  }

  static String event(Seal s) {
    return "event " + s.seq() + " of chain " + s.chain();
  }

  static Finding row(String key, String what) {
    return Finding.of(Kind.ROW, "row " + key, what);
  }
}
