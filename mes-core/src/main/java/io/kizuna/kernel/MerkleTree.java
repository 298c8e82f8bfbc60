package io.kizuna.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1: a leaf is SHA-256 of 0x00 and its data, a node of 0x01 and its
 * two children.
 */
public final class MerkleTree {

  private MerkleTree() {}

  /** The root over these leaf data; SHA-256 of nothing for none. */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) return hash();
    var level = new ArrayList<byte[]>(leaves.size());
    for (byte[] leaf : leaves) level.add(hash(new byte[] {0}, leaf));
    // Pairs from the left; a last one without a neighbour goes up as it is. This is the same tree
    // as the recursive split at the largest power of two.
    while (level.size() > 1) {
      var above = new ArrayList<byte[]>((level.size() + 1) / 2);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        above.add(hash(new byte[] {1}, level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) above.add(level.get(level.size() - 1));
      level = above;
    }
    return level.get(0);
  }

  private static byte[] hash(byte[]... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) digest.update(part);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
