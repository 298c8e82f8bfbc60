package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.check.CheckpointCheck.Size;
import io.kizuna.verify.format.Checkpoint;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.SignedNote;
import io.kizuna.verify.format.VerifierKey;
import io.kizuna.verify.source.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Section 4: copies of checkpoints that the administrators of the database cannot change. They show
 * what a tree cannot show of itself: that it was once longer.
 */
public final class AnchorCheck {

  private final Findings findings;
  private final Map<Size, Checkpoint> anchors = new TreeMap<>();

  /** Epochs that began with a restore, each with the anchored size QA signed for. */
  private final Map<Integer, Long> restores = new HashMap<>();

  public AnchorCheck(Findings findings) {
    this.findings = findings;
  }

  /** Reads the notes of a folder. */
  public void read(Path folder, List<VerifierKey> keys) throws IOException {
    if (!Files.isDirectory(folder)) throw new IOException("no folder of anchors: " + folder);
    try (var files = Files.newDirectoryStream(folder, "*.note")) {
      for (Path file : files) note(file, keys);
    }
    if (anchors.isEmpty()) findings.notChecked("anchors: the folder " + folder + " holds none");
  }

  private void note(Path file, List<VerifierKey> keys) throws IOException {
    String name = String.valueOf(file.getFileName());
    findings.checked("anchors", 1);
    try {
      var note = SignedNote.parse(Files.readString(file, StandardCharsets.UTF_8));
      if (!keys.isEmpty() && keys.stream().noneMatch(note::signedBy)) {
        findings.add(bad("anchor " + name, "it is not signed by a key that was given"));
        return;
      }
      var checkpoint = Checkpoint.parse(note.text());
      anchors.put(new Size(checkpoint.epoch(), checkpoint.size()), checkpoint);
    } catch (IllegalArgumentException e) {
      findings.add(bad("anchor " + name, "it cannot be read: " + e.getMessage()));
    }
  }

  /** Takes the events that begin an epoch. */
  public void event(Event e, Json.Members body) {
    if (!e.action().equals("trail.restored") || !e.chain().equals("site")) return;
    try {
      String size = body.object("changes").object("anchoredSize").text("after");
      restores.put(Integer.parseInt(e.entityId()), size == null ? 0 : Long.parseLong(size));
    } catch (NumberFormatException x) {
      findings.add(Finding.event(Kind.BODY, e.chain(), e.seq(), "it names no epoch and size"));
    }
  }

  /** The sizes the anchors know. */
  public Set<Size> sizes() {
    return anchors.keySet();
  }

  /** Compares with the one checkpoint of a portable record. */
  public void compare(Size size, String root) {
    var anchor = anchors.get(size);
    if (anchor == null) {
      findings.notChecked("anchors: none has the size of the record's checkpoint");
    } else if (!root.equals(anchor.root())) {
      findings.add(another(size));
    }
  }

  private static Finding another(Size size) {
    return bad(
        "checkpoint " + size, "the anchored checkpoint has another root: the log was written anew");
  }

  /**
   * Compares with the log.
   *
   * @param eventsKnown whether every event of the site was seen, so that restores are known.
   */
  public void compare(CheckpointCheck log, boolean eventsKnown) {
    for (int epoch : log.sizes().keySet()) {
      if (epoch > 1 && eventsKnown && !restores.containsKey(epoch)) {
        findings.add(bad("epoch " + epoch, "it began without a restore that QA signed"));
      }
    }
    Size missing = null;
    for (var anchor : anchors.entrySet()) {
      Size size = anchor.getKey();
      String root = log.roots().get(size);
      if (root == null) {
        if (!restored(size))
          missing = missing == null || missing.compareTo(size) < 0 ? size : missing;
      } else if (!root.equals(anchor.getValue().root())) {
        findings.add(another(size));
      }
    }
    if (missing != null) rolledBack(missing, log.sizes().getOrDefault(missing.epoch(), 0L));
  }

  private boolean restored(Size size) {
    Long signedFor = restores.get(size.epoch() + 1);
    return signedFor != null && signedFor >= size.size();
  }

  private void rolledBack(Size newest, long there) {
    var time = anchors.get(newest);
    findings.add(
        bad(
            "checkpoint " + newest,
            "rolled back: the anchors know "
                + newest.size()
                + " leaves"
                + (time == null ? "" : " at " + time.time())
                + ", the database has "
                + there
                + "; leaves "
                + there
                + " to "
                + (newest.size() - 1)
                + " are missing"));
  }

  private static Finding bad(String place, String what) {
    return Finding.of(Kind.ANCHOR, place, what);
  }
}
