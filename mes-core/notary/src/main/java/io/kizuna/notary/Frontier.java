package io.kizuna.notary;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The right edge of a growing tree: enough to add leaves and to know the root, in the memory of one
 * hash for each binary digit of the size.
 */
public final class Frontier {

  /** Roots of the complete subtrees, the largest first: one for each 1 in the size. */
  private final List<byte[]> roots;

  private long size;

  /** An empty tree. */
  public Frontier() {
    this(new ArrayList<>(), 0);
  }

  private Frontier(List<byte[]> roots, long size) {
    this.roots = roots;
    this.size = size;
  }

  public long size() {
    return size;
  }

  /** Another one that grows by itself from here. */
  public Frontier copy() {
    return new Frontier(new ArrayList<>(roots), size);
  }

  /** Adds the next leaf, given by its hash. */
  public void add(byte[] leaf) {
    byte[] hash = leaf;
    for (long n = size; (n & 1) == 1; n >>= 1) {
      hash = MerkleTree.node(roots.remove(roots.size() - 1), hash);
    }
    roots.add(hash);
    size++;
  }

  /** The root of what was added so far. */
  public byte[] root() {
    if (roots.isEmpty()) return MerkleTree.root(List.of());
    byte[] hash = roots.get(roots.size() - 1);
    for (int i = roots.size() - 2; i >= 0; i--) hash = MerkleTree.node(roots.get(i), hash);
    return hash;
  }

  /** The root as 64 lower-case hex digits. */
  public String rootHex() {
    return HexFormat.of().formatHex(root());
  }
}
