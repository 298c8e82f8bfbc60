package io.kizuna.notary;

import io.kizuna.notary.Refused.Rule;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the log of one epoch: every leaf fits its chain, the beginning is what was signed,
 * and what is new is a chain without a fault.
 */
final class LogCheck {

  private final long epoch;
  private final Frontier tree;

  /** The last leaf of each chain. */
  private final Map<String, Leaf> chains;

  LogCheck(long epoch) {
    this(epoch, new Frontier(), new HashMap<>());
  }

  private LogCheck(long epoch, Frontier tree, Map<String, Leaf> chains) {
    this.epoch = epoch;
    this.tree = tree;
    this.chains = chains;
  }

  /** Another one that goes on from here; this one stays good if that one finds a fault. */
  LogCheck copy() {
    return new LogCheck(epoch, tree.copy(), new HashMap<>(chains));
  }

  long epoch() {
    return epoch;
  }

  long size() {
    return tree.size();
  }

  String root() {
    return tree.rootHex();
  }

  /**
   * Reads on up to this size.
   *
   * @param signed what was signed last in this epoch; null if nothing was.
   */
  void readTo(long size, Memory.@Nullable Signed signed, TrailReader reader)
      throws SQLException, Refused {
    long known = signed == null ? 0 : signed.size();
    reader.leaves(epoch, tree.size(), size, row -> add(row, known, signed, reader));
    if (tree.size() < size) {
      throw new Refused(Rule.LEAF_MISSING, "no leaf " + tree.size(), "leaves 0 to " + (size - 1));
    }
    if (tree.size() == known) requireSame(signed);
  }

  private void add(
      TrailReader.LeafAndEvent row, long known, Memory.@Nullable Signed signed, TrailReader reader)
      throws SQLException, Refused {
    Leaf leaf = row.leaf();
    if (leaf.index() != tree.size()) {
      throw new Refused(
          Rule.LEAF_MISSING, "leaf " + leaf.index(), "leaf " + tree.size() + " before it");
    }
    if (leaf.index() == known) requireSame(signed);
    requireEvent(row);
    Leaf before = chains.get(leaf.chain());
    long after = before == null ? 0 : before.seq();
    if (leaf.seq() <= after) {
      throw new Refused(
          Rule.LEAF_OUT_OF_ORDER,
          name(leaf),
          "an event after " + after + ", where leaf " + index(before) + " was");
    }
    if (leaf.index() >= known) {
      String hash = before == null ? ChainWalk.GENESIS : before.hash();
      ChainWalk.check(reader, leaf.chain(), after, hash, leaf);
    }
    chains.put(leaf.chain(), leaf);
    tree.add(leaf.treeHash());
  }

  private static String index(@Nullable Leaf leaf) {
    return leaf == null ? "-" : Long.toString(leaf.index());
  }

  private void requireSame(Memory.@Nullable Signed signed) throws Refused {
    if (signed == null || signed.root().equals(tree.rootHex())) return;
    throw new Refused(
        Rule.LOG_REWRITTEN,
        "root " + tree.rootHex() + " over leaves 0 to " + (signed.size() - 1),
        "root " + signed.root() + ", which was signed " + signed.time());
  }

  private static void requireEvent(TrailReader.LeafAndEvent row) throws Refused {
    Leaf leaf = row.leaf();
    String hash = row.eventHash();
    if (hash == null) {
      throw new Refused(Rule.CHAIN_SHORTER, name(leaf) + ", which is not there", "that event");
    }
    if (!hash.equals(leaf.hash())) {
      throw new Refused(
          Rule.LEAF_DOES_NOT_FIT,
          name(leaf) + " has hash " + hash,
          "hash " + leaf.hash() + " as in the leaf");
    }
  }

  private static String name(Leaf leaf) {
    return "leaf " + leaf.index() + ": chain " + leaf.chain() + ", event " + leaf.seq();
  }
}
