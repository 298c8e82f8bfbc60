package io.kizuna.verify.portable;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.check.CheckpointCheck.Size;
import io.kizuna.verify.check.StampCheck;
import io.kizuna.verify.format.Checkpoint;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SignedNote;
import io.kizuna.verify.format.VerifierKey;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Section 6, {@code proofs/}: the record's events were in the log when a checkpoint was signed. */
final class ProofCheck {

  static final String NOTE = "proofs/checkpoint.note";
  private static final String LEAVES = "proofs/leaves.jsonl";

  private record Claim(long index, String hash) {}

  private final PortableFiles files;
  private final Findings findings;

  ProofCheck(PortableFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** Returns the checkpoint; null if there is none that can be read. */
  @Nullable Checkpoint check(Source source, List<VerifierKey> keys) throws IOException {
    if (!files.has(NOTE)) {
      findings.notChecked("the log: the record holds no checkpoint");
      return null;
    }
    try {
      String text = files.text(NOTE);
      var note = SignedNote.parse(text);
      findings.checked("checkpoints", 1);
      if (keys.stream().noneMatch(note::signedBy)) {
        findings.add(bad(NOTE, "its signature does not fit the text and any key there is"));
      }
      var checkpoint = Checkpoint.parse(note.text());
      events(source, leaves(checkpoint));
      stamps(text, checkpoint);
      return checkpoint;
    } catch (IllegalArgumentException e) {
      findings.add(bad(NOTE, "it cannot be read: " + e.getMessage()));
      return null;
    }
  }

  private Map<String, Map<Long, Claim>> leaves(Checkpoint checkpoint) throws IOException {
    var leaves = new HashMap<String, Map<Long, Claim>>();
    byte[] root = Base64.getDecoder().decode(checkpoint.root());
    if (!files.has(LEAVES)) return leaves;
    try (var lines = files.lines(LEAVES)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        var leaf = JsonLines.object(line);
        String chain = leaf.text("chain");
        long index = JsonLines.number(leaf, "index");
        long seq = JsonLines.number(leaf, "seq");
        String hash = leaf.text("hash");
        findings.checked("leaves", 1);
        if (chain == null || hash == null || !included(leaf, index, checkpoint.size(), root)) {
          findings.add(
              bad(LEAVES, "line " + number + ": leaf " + index + " is not in the signed tree"));
        } else {
          leaves.computeIfAbsent(chain, c -> new HashMap<>()).put(seq, new Claim(index, hash));
        }
      }
    }
    return leaves;
  }

  private static boolean included(Json.Members leaf, long index, long size, byte[] root) {
    var path = new ArrayList<byte[]>();
    if (leaf.members().get("path") instanceof Json.Items items) {
      for (Json item : items.items()) {
        if (!(item instanceof Json.Text t) || !Sha256.isHash(t.value())) return false;
        path.add(Sha256.bytes(t.value()));
      }
    }
    String chain = String.valueOf(leaf.text("chain"));
    String hash = String.valueOf(leaf.text("hash"));
    byte[] data = LogTree.leafData(chain, JsonLines.number(leaf, "seq"), hash);
    return LogTree.includes(data, index, size, path, root);
  }

  /** Each leaf against its event; what came after the last leaf is said. */
  private void events(Source source, Map<String, Map<Long, Claim>> leaves) throws IOException {
    var last = new HashMap<String, Long>();
    try (var events = source.events((Map<String, io.kizuna.verify.source.Head>) null)) {
      for (var e = events.next(); e != null; e = events.next()) {
        last.put(e.chain(), e.seq());
        var claim = leaves.getOrDefault(e.chain(), Map.of()).get(e.seq());
        if (claim != null && !claim.hash().equals(e.hash())) {
          findings.add(
              Finding.event(
                  Kind.CHECKPOINT,
                  e.chain(),
                  e.seq(),
                  "changed after the log had it: leaf " + claim.index() + " holds another hash"));
        }
      }
    }
    leaves.forEach((chain, claims) -> after(chain, claims, last.getOrDefault(chain, 0L)));
    for (String chain : last.keySet()) {
      if (!leaves.containsKey(chain))
        findings.notChecked("the log of chain " + chain + ": no leaf is in the record");
    }
  }

  private void after(String chain, Map<Long, Claim> claims, long last) {
    long covered = claims.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    if (covered > last) {
      findings.add(
          Finding.events(
              Kind.CHECKPOINT,
              chain,
              last + 1,
              covered,
              "missing: the log knows event " + covered));
    } else if (covered < last) {
      findings.notChecked(
          "events "
              + (covered + 1)
              + " to "
              + last
              + " of chain "
              + chain
              + " in the log: they are later than the checkpoint");
    }
  }

  private void stamps(String note, Checkpoint checkpoint) throws IOException {
    for (String name : files.in("proofs/", ".tsr")) {
      var size = new Size(checkpoint.epoch(), checkpoint.size());
      new StampCheck(findings).check(size, note, files.bytes(name));
    }
  }

  private static Finding bad(String file, String what) {
    return Finding.of(Kind.FILE, "file " + file, what);
  }
}
