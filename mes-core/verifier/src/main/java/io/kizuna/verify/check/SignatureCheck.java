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
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Section 5: each signature against what was signed and against the one event that says who gave it
 * (R23). A signature that was cut out, copied, moved or given to somebody else fits nothing.
 */
public final class SignatureCheck {

  private static final String GIVEN = "1 given";
  private static final String THERE = "2 there";
  private static final String USED = "3 used";
  private static final String WITHDRAWN = "4 voided";
  private static final String VOID = "5 void";

  private final Findings findings;
  private final Ledger ledger;
  private final boolean whole;
  private boolean everyChain;

  /**
   * @param whole whether every event is known: only then must every signature have its own.
   */
  public SignatureCheck(Findings findings, Ledger ledger, boolean whole) {
    this.findings = findings;
    this.ledger = ledger;
    this.whole = whole;
  }

  /** What an event says about a signature. */
  public void event(Event e, Json.Members body) throws IOException {
    if (e.action().equals("signature.given")) {
      var said = new TreeMap<String, Json>();
      for (String field : List.of("subject", "meaning", "digest", "binding")) {
        String after = body.object("changes").object(field).text("after");
        if (after != null) said.put(field, new Json.Text(after));
      }
      said.put("chain_id", new Json.Text(e.chain()));
      said.put("person_id", new Json.Text(e.actor()));
      ledger.add(e.entityId(), GIVEN, e.seq() + "\t" + Json.canonical(new Json.Members(said)));
    } else if (e.action().equals("signature.voided")) {
      ledger.add(e.entityId(), WITHDRAWN, place(e));
    }
    String used = body.text("signature");
    if (used != null) ledger.add(used, USED, place(e));
  }

  private static String place(Event e) {
    return "event " + e.seq() + " of chain " + e.chain();
  }

  /** A row of {@code signature} or {@code signature_void}. */
  public void row(Row row) throws IOException {
    if (row.table().equals("signature_void")) {
      ledger.add(row.get("signature_id"), VOID, "");
      return;
    }
    if (!row.table().equals("signature")) return;
    findings.checked("signatures", 1);
    String content = row.get("content");
    if (!Sha256.hex(content).equals(row.get("digest"))) {
      findings.addLater(
          bad(
              row.get("id"),
              "what was signed does not give its digest: content or digest was changed"));
    }
    try {
      if (!Json.canonical(Json.object(content)).equals(content)) {
        findings.addLater(bad(row.get("id"), "what was signed is not in canonical form"));
      }
    } catch (Json.Malformed m) {
      findings.addLater(bad(row.get("id"), "what was signed is no JSON object"));
    }
    var said = new TreeMap<String, Json>();
    for (String c : List.of("subject", "meaning", "digest", "chain_id", "person_id")) {
      said.put(c, new Json.Text(row.get(c)));
    }
    if (row.columns().containsKey("binding")) {
      said.put("binding", new Json.Text(row.get("binding")));
      binding(row);
    }
    ledger.add(row.get("id"), THERE, Json.canonical(new Json.Members(said)));
  }

  private void binding(Row row) {
    var bound = new TreeMap<>(row.columns());
    bound.remove("binding");
    String binding = Sha256.hex("signature/1\n" + RowHash.text(bound));
    if (!binding.equals(row.get("binding"))) {
      findings.addLater(
          bad(
              row.get("id"),
              "it is not bound to its signer, subject, meaning and time any more: one of them was"
                  + " changed"));
    }
  }

  /**
   * Compares.
   *
   * @param rows whether the record holds the signatures themselves.
   * @param everyChain whether it holds those of every chain.
   */
  public void end(boolean rows, boolean everyChain) throws IOException {
    this.everyChain = everyChain;
    if (rows) ledger.forEach(this::compare);
    else findings.notChecked("signatures: the record does not hold them");
  }

  private void compare(String id, List<Ledger.Entry> entries) {
    var sides = new TreeMap<String, String>();
    int given = 0;
    for (var e : entries) {
      sides.put(e.side(), e.says());
      if (e.side().equals(GIVEN)) given++;
    }
    String row = sides.get(THERE);
    String event = sides.get(GIVEN);
    if (given > 1)
      findings.addLater(bad(id, given + " events say it was given; one signature is given once"));
    if (row != null && event == null && whole) {
      findings.addLater(
          bad(id, "no event says that it was given: it was put in behind the system's back"));
    }
    if (row == null && event != null && !everyChain && event.contains("\"chain_id\":\"recipe:")) {
      findings.notChecked("signatures of the recipe that the record does not hold");
    } else if (row == null && event != null) {
      findings.addLater(bad(id, "an event says it was given, but it is not there"));
    }
    if (row != null && event != null) compare(id, row, event);
    if (row == null && event == null && sides.containsKey(USED) && everyChain && whole) {
      findings.addLater(
          bad(id, sides.getOrDefault(USED, "") + " rests on it, but it is not there"));
    }
    voids(id, sides);
  }

  private void voids(String id, Map<String, String> sides) {
    if (sides.containsKey(VOID) && !sides.containsKey(WITHDRAWN) && whole) {
      findings.addLater(bad(id, "it is marked void, but no event says so"));
    }
    if (sides.containsKey(WITHDRAWN) && !sides.containsKey(VOID)) {
      findings.addLater(bad(id, sides.get(WITHDRAWN) + " made it void, but it is not marked so"));
    }
  }

  private void compare(String id, String row, String event) {
    int tab = event.indexOf('\t');
    Map<String, Json> said = members(event.substring(tab + 1));
    for (var column : members(row).entrySet()) {
      String expected = text(said.get(column.getKey()));
      String found = text(column.getValue());
      if (!found.equals(expected)) {
        findings.addLater(
            bad(
                id,
                WORDS.getOrDefault(column.getKey(), column.getKey())
                    + " is \""
                    + found
                    + "\"; event "
                    + event.substring(0, tab)
                    + ", which says it was given, has \""
                    + expected
                    + "\""));
      }
    }
  }

  private static final Map<String, String> WORDS =
      Map.of(
          "person_id", "its signer", "chain_id", "its chain", "subject", "what it was given for");

  private static Map<String, Json> members(String json) {
    try {
      return Json.object(json).members();
    } catch (Json.Malformed e) {
      throw new IllegalStateException(e); // written by this class
    }
  }

  private static String text(@Nullable Json value) {
    return value instanceof Json.Text t ? t.value() : "";
  }

  private static Finding bad(String id, String what) {
    return Finding.of(Kind.SIGNATURE, "signature " + id, what);
  }
}
