package io.kizuna.audit.internal;

import io.kizuna.notary.Frontier;
import org.springframework.stereotype.Component;

/** The product's own idea of the root: what the notary signs must be this. */
@Component
class LogTree {

  private final CheckpointRows rows;
  private Frontier known = new Frontier();
  private long knownEpoch;

  LogTree(CheckpointRows rows) {
    this.rows = rows;
  }

  /** The root over the first {@code size} leaves of an epoch; reads what it has not seen yet. */
  synchronized String root(long epoch, long size) {
    if (epoch != knownEpoch || size < known.size()) {
      known = new Frontier();
      knownEpoch = epoch;
    }
    var tree = known.copy();
    rows.grow(tree, epoch, size);
    known = tree;
    return tree.rootHex();
  }
}
