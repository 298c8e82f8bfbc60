package io.kizuna.audit;

import java.time.Instant;

/**
 * A signed state of the log over all chains.
 *
 * @param epoch grows with each restore from a backup, from 1.
 * @param size leaves of the tree.
 * @param root its root, 64 lower-case hex digits.
 * @param note the C2SP signed note.
 */
public record SealedCheckpoint(long epoch, long size, String root, String note, Instant sealedAt) {

  /** Its place in the log. */
  public Notary.Mark mark() {
    return new Notary.Mark(epoch, size, root);
  }
}
