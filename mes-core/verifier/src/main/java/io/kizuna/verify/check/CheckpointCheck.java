package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.format.Checkpoint;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SignedNote;
import io.kizuna.verify.format.VerifierKey;
import io.kizuna.verify.source.Cursor;
import io.kizuna.verify.source.Head;
import io.kizuna.verify.source.Leaf;
import io.kizuna.verify.source.Source;
import io.kizuna.verify.source.Source.Note;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Section 4: the tree is built again leaf by leaf; its root at the size of each checkpoint must be
 * the one that was signed. So every checkpoint is an extension of the one before.
 */
public final class CheckpointCheck {

  /** An epoch and a size in it: what names a checkpoint. */
  public record Size(int epoch, long size) implements Comparable<Size> {
    @Override
    public int compareTo(Size o) {
      return epoch != o.epoch ? Integer.compare(epoch, o.epoch) : Long.compare(size, o.size);
    }

    @Override
    public String toString() {
      return epoch == 1 ? Long.toString(size) : size + " of epoch " + epoch;
    }
  }

  private final Findings findings;
  private final List<VerifierKey> keys;

  /** Sizes somebody outside knows, to be looked up while the tree grows. */
  private final Set<Size> wanted;

  private final Map<Size, String> roots = new TreeMap<>();
  private final Map<String, Long> known = new HashMap<>();
  private final Map<Integer, Long> sizes = new TreeMap<>();
  private boolean broken;

  public CheckpointCheck(Findings findings, List<VerifierKey> keys, Set<Size> wanted) {
    this.findings = findings;
    this.keys = keys;
    this.wanted = wanted;
  }

  /** Reads leaves and checkpoints beside each other. */
  public void check(Source source) throws IOException {
    if (keys.isEmpty()) {
      findings.notChecked("signatures of checkpoints: no public key was given (--key)");
    }
    try (var leaves = source.leaves();
        var notes = source.checkpoints()) {
      Leaf leaf = leaves.next();
      Note note = notes.next();
      while (leaf != null || note != null) {
        int epoch = epoch(leaf, note);
        var tree = new LogTree();
        known.clear();
        broken = false;
        keep(epoch, tree);
        while (leaf != null && leaf.epoch() == epoch) {
          for (;
              note != null && note.epoch() == epoch && note.size() <= tree.size();
              note = notes.next()) {
            compare(note, tree);
          }
          leaf(leaf, tree);
          keep(epoch, tree);
          leaf = leaves.next();
        }
        for (; note != null && note.epoch() == epoch; note = notes.next()) compare(note, tree);
        sizes.put(epoch, tree.size());
      }
    }
  }

  private static int epoch(@Nullable Leaf leaf, @Nullable Note note) {
    int ofLeaf = leaf == null ? Integer.MAX_VALUE : leaf.epoch();
    int ofNote = note == null ? Integer.MAX_VALUE : note.epoch();
    return Math.min(ofLeaf, ofNote);
  }

  private void keep(int epoch, LogTree tree) {
    var size = new Size(epoch, tree.size());
    if (wanted.contains(size)) roots.put(size, Base64.getEncoder().encodeToString(tree.root()));
  }

  private void leaf(Leaf leaf, LogTree tree) {
    findings.checked("leaves", 1);
    if (leaf.index() != tree.size() && !broken) {
      broken = true;
      findings.add(
          Finding.of(
              Kind.CHECKPOINT,
              "leaf " + tree.size(),
              "missing: the next one there is leaf " + leaf.index()));
    }
    tree.add(LogTree.leafData(leaf.chain(), leaf.seq(), leaf.hash()));
    long from = known.getOrDefault(leaf.chain(), 0L) + 1;
    if (leaf.seq() < from) {
      findings.add(
          Finding.of(
              Kind.CHECKPOINT,
              "leaf " + leaf.index(),
              "chain " + leaf.chain() + " goes back to event " + leaf.seq()));
    } else if (leaf.eventHash() == null) {
      findings.add(
          Finding.events(
              Kind.CHECKPOINT,
              leaf.chain(),
              from,
              leaf.seq(),
              "missing: leaf " + leaf.index() + " of the log knows event " + leaf.seq()));
    } else if (!leaf.eventHash().equals(leaf.hash())) {
      findings.add(
          Finding.events(
              Kind.CHECKPOINT,
              leaf.chain(),
              from,
              leaf.seq(),
              "changed after the log had it: leaf "
                  + leaf.index()
                  + " holds another hash of event "
                  + leaf.seq()));
    } else {
      known.put(leaf.chain(), leaf.seq());
    }
  }

  private void compare(Note note, LogTree tree) {
    var size = new Size(note.epoch(), note.size());
    findings.checked("checkpoints", 1);
    if (note.size() > tree.size()) {
      findings.add(bad(size, "missing leaves " + tree.size() + " to " + (note.size() - 1)));
      return;
    }
    if (note.size() < tree.size()) {
      findings.add(bad(size, "it stands twice or out of order"));
      return;
    }
    byte[] root = tree.root();
    if (!Sha256.hex(root).equals(note.root())) {
      findings.add(
          bad(size, "the leaves do not give its root: a leaf was changed, put in or taken out"));
    }
    note(note, size, Base64.getEncoder().encodeToString(root));
  }

  private void note(Note note, Size size, String root) {
    try {
      var parsed = SignedNote.parse(note.note());
      var says = Checkpoint.parse(parsed.text());
      boolean signed = keys.isEmpty() || keys.stream().anyMatch(parsed::signedBy);
      if (says.size() != note.size() || says.epoch() != note.epoch()) {
        findings.add(
            bad(size, "its signed note is one of size " + new Size(says.epoch(), says.size())));
      } else if (!says.root().equals(root)) {
        findings.add(bad(size, "its signed note has another root than the leaves give"));
      } else if (signed) {
        findings.verifiedTo(note.size());
      }
      if (!signed) findings.add(bad(size, "it is not signed by a key that was given"));
    } catch (IllegalArgumentException e) {
      findings.add(bad(size, "its note cannot be read: " + e.getMessage()));
    }
  }

  /** Roots of the tree at the sizes somebody outside knows, base64. */
  public Map<Size, String> roots() {
    return roots;
  }

  /** How many leaves each epoch has. */
  public Map<Integer, Long> sizes() {
    return sizes;
  }

  /**
   * Where each chain stands in the newest epoch's log at this size: what a check may begin after.
   */
  public static Map<String, Head> standing(Source source, long size) throws IOException {
    var standing = new HashMap<String, Head>();
    int epoch = 0;
    long leaves = 0;
    try (Cursor<Leaf> all = source.leaves()) {
      for (Leaf l = all.next(); l != null; l = all.next()) {
        if (l.epoch() != epoch) {
          epoch = l.epoch();
          leaves = 0;
          standing.clear();
        }
        if (l.index() >= size) continue;
        leaves++;
        standing.put(l.chain(), new Head(l.seq(), l.hash()));
      }
    }
    if (leaves != size) throw new IOException("the log has no checkpoint of size " + size);
    return standing;
  }

  private static Finding bad(Size size, String what) {
    return Finding.of(Kind.CHECKPOINT, "checkpoint " + size, what);
  }
}
