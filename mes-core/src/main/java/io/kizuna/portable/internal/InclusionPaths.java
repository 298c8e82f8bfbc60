package io.kizuna.portable.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Inclusion paths of some leaves of a log (RFC 6962, 2.1.1), made in one pass over all leaves with
 * the memory of the paths alone: the log of a site grows for decades, a batch's part of it does
 * not.
 */
final class InclusionPaths {

  /** A node: how many levels above the leaves, and the how manyeth there. */
  private record Place(int level, long index) {}

  private final long size;
  private final Set<Place> needed = new HashSet<>();
  private final Map<Place, byte[]> known = new HashMap<>();

  /** Roots of complete subtrees at the right edge by level; null where there is none. */
  private final List<byte[]> edge = new ArrayList<>();

  private long added;

  /**
   * @param size leaves of the tree.
   * @param leaves indices whose paths are wanted.
   */
  InclusionPaths(long size, List<Long> leaves) {
    this.size = size;
    leaves.forEach(index -> needed.addAll(path(index)));
  }

  /** Where the hashes of a path stand, from the leaf up. */
  private List<Place> path(long leaf) {
    var path = new ArrayList<Place>();
    long index = leaf;
    long count = size;
    for (int level = 0; count > 1; level++) {
      long sibling = index ^ 1;
      if (sibling < count) path.add(new Place(level, sibling)); // else it goes up as it is
      index >>= 1;
      count = (count + 1) >> 1;
    }
    return path;
  }

  /** Adds the hash of the next leaf. */
  void add(byte[] leaf) {
    byte[] hash = leaf;
    long index = added++;
    int level = 0;
    keep(level, index, hash);
    for (; (index & 1) == 1; index >>= 1) {
      hash = node(edge.set(level, new byte[0]), hash);
      level++;
      keep(level, index >> 1, hash);
    }
    while (edge.size() <= level) edge.add(new byte[0]);
    edge.set(level, hash);
  }

  private void keep(int level, long index, byte[] hash) {
    var place = new Place(level, index);
    if (needed.contains(place)) known.put(place, hash);
  }

  /** The nodes over an incomplete right edge; after the last leaf. */
  void close() {
    if (added != size) throw new IllegalStateException(added + " of " + size + " leaves");
    byte[] last = new byte[0]; // the root of what is right of the complete subtrees
    long count = size;
    for (int level = 0; level < edge.size(); level++) {
      if (last.length > 0) keep(level, count - 1, last);
      byte[] complete = edge.get(level);
      if (complete.length > 0) last = last.length > 0 ? node(complete, last) : complete;
      count = (count + 1) >> 1;
    }
  }

  /** The path of a leaf, from the leaf up, as hex digits. */
  List<String> of(long leaf) {
    return path(leaf).stream()
        .map(
            place -> {
              byte[] hash = known.get(place);
              if (hash == null) throw new IllegalStateException("no hash at " + place);
              return HexFormat.of().formatHex(hash);
            })
        .toList();
  }

  private static byte[] node(byte[] left, byte[] right) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) 1);
      digest.update(left);
      return digest.digest(right);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
