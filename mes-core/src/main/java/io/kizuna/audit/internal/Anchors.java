package io.kizuna.audit.internal;

import io.kizuna.audit.Notary.Mark;
import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.audit.SealedCheckpoint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the log with its anchors, and adds what they lack. */
final class Anchors {

  private final CheckpointRows rows;
  private final LogTree tree;
  private final SealAlarms alarms;
  private final @Nullable AnchorDirectory directory;

  /** The newest one seen; the folder is read again only if the database is not as far. */
  private volatile @Nullable Mark newest;

  Anchors(
      CheckpointRows rows, LogTree tree, SealAlarms alarms, @Nullable AnchorDirectory directory) {
    this.rows = rows;
    this.tree = tree;
    this.alarms = alarms;
    this.directory = directory;
  }

  Optional<Mark> newest() {
    return Optional.ofNullable(newest);
  }

  /**
   * Whether the log holds what was anchored; if not, the alarm names what is missing (RF21).
   *
   * @param size leaves in the database.
   */
  boolean fit(long epoch, long size) {
    if (directory == null) return true;
    Mark seen = newest;
    try {
      // Unless the last one seen is just where the log ends, somebody else may have added some.
      if (seen == null || seen.epoch() != epoch || seen.size() != size) {
        seen = directory.newest().orElse(null);
        newest = seen;
      }
    } catch (IOException e) {
      alarms.raise(Fault.ANCHOR_FAILED, e.toString(), "a folder that can be read and added to");
      return false; // blind is not the same as well
    }
    if (seen == null || seen.epoch() < epoch) {
      alarms.clear(Fault.ROLLED_BACK);
      return true;
    }
    String found = found(seen, epoch, size);
    if (found == null) {
      alarms.clear(Fault.ROLLED_BACK);
      return true;
    }
    String needed =
        "epoch %d, %d leaves, root %s, as anchored; or a new epoch, signed by QA"
            .formatted(seen.epoch(), seen.size(), seen.root());
    alarms.raise(Fault.ROLLED_BACK, found, needed);
    return false;
  }

  private @Nullable String found(Mark anchor, long epoch, long size) {
    if (anchor.epoch() > epoch) {
      return "epoch %d, %d leaves; missing are leaves 0 to %d of epoch %d"
          .formatted(epoch, size, anchor.size() - 1, anchor.epoch());
    }
    if (anchor.size() > size) {
      return "%d leaves; missing are leaves %d to %d (%d)"
          .formatted(size, size, anchor.size() - 1, anchor.size() - size);
    }
    String root =
        rows.at(epoch, anchor.size())
            .map(SealedCheckpoint::root)
            .orElseGet(() -> tree.root(epoch, anchor.size()));
    if (root.equals(anchor.root())) return null;
    return "root %s over %d leaves; none missing, but rewritten".formatted(root, anchor.size());
  }

  /** Adds every checkpoint the anchors lack; what fails now is added later. */
  void addMissing() {
    if (directory == null) return;
    Mark last = newest == null ? new Mark(0, 0, "") : newest;
    try {
      List<SealedCheckpoint> missing;
      do {
        missing = rows.after(last.epoch(), last.size());
        for (SealedCheckpoint c : missing) {
          directory.add(c);
          last = c.mark();
          newest = last;
        }
      } while (!missing.isEmpty());
      alarms.clear(Fault.ANCHOR_FAILED);
    } catch (IOException e) {
      alarms.raise(Fault.ANCHOR_FAILED, e.toString(), "a folder that can be read and added to");
    }
  }
}
