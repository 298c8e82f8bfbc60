package io.kizuna.notary;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of RFC 6962, section 2.1, over hashes of leaves: root, inclusion and consistency proofs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162</a> (checking proofs)
 */
public final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  /** SHA-256(0x00 ‖ data). */
  public static byte[] leaf(byte[] data) {
    var digest = sha256();
    digest.update(LEAF);
    return digest.digest(data);
  }

  /** SHA-256(0x01 ‖ left ‖ right). */
  static byte[] node(byte[] left, byte[] right) {
    var digest = sha256();
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root of the tree with these leaves; of none, the hash of nothing. */
  public static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) return sha256().digest();
    if (leaves.size() == 1) return leaves.get(0);
    int k = split(leaves.size());
    return node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
  }

  /**
   * Shows that a leaf is in the tree: the hashes of its path, from the leaf up.
   *
   * @throws IndexOutOfBoundsException if there is no such leaf.
   */
  public static List<byte[]> inclusion(int index, List<byte[]> leaves) {
    java.util.Objects.checkIndex(index, leaves.size());
    var path = new ArrayList<byte[]>();
    inclusion(index, leaves, path);
    return path;
  }

  private static void inclusion(int index, List<byte[]> leaves, List<byte[]> path) {
    if (leaves.size() == 1) return;
    int k = split(leaves.size());
    var left = leaves.subList(0, k);
    var right = leaves.subList(k, leaves.size());
    if (index < k) {
      inclusion(index, left, path);
      path.add(root(right));
    } else {
      inclusion(index - k, right, path);
      path.add(root(left));
    }
  }

  /**
   * Shows that the tree of the first {@code size} leaves is the beginning of the whole one.
   *
   * @param size 1 to the number of leaves; equal sizes need no proof.
   */
  public static List<byte[]> consistency(int size, List<byte[]> leaves) {
    if (size < 1 || size > leaves.size()) {
      throw new IndexOutOfBoundsException(size + " of " + leaves.size() + " leaves");
    }
    var proof = new ArrayList<byte[]>();
    consistency(size, leaves, true, proof);
    return proof;
  }

  private static void consistency(int m, List<byte[]> leaves, boolean whole, List<byte[]> proof) {
    if (m == leaves.size()) {
      if (!whole) proof.add(root(leaves));
      return;
    }
    int k = split(leaves.size());
    var left = leaves.subList(0, k);
    var right = leaves.subList(k, leaves.size());
    if (m <= k) {
      consistency(m, left, whole, proof);
      proof.add(root(right));
    } else {
      consistency(m - k, right, false, proof);
      proof.add(root(left));
    }
  }

  /** Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
  public static boolean isIncluded(
      byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) return false;
    long fn = index;
    long sn = size - 1;
    byte[] hash = leaf;
    for (byte[] p : path) {
      if (sn == 0) return false;
      if (odd(fn) || fn == sn) {
        hash = node(p, hash);
        while (!odd(fn) && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = node(hash, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && MessageDigest.isEqual(hash, root);
  }

  /** Whether the larger tree begins with the smaller one (RFC 9162, 2.1.4.2). */
  public static boolean isExtended(
      long size, byte[] root, long largerSize, byte[] largerRoot, List<byte[]> proof) {
    if (size == largerSize) return proof.isEmpty() && MessageDigest.isEqual(root, largerRoot);
    if (size < 1 || size > largerSize || proof.isEmpty()) return false;
    var path = new ArrayList<byte[]>(proof);
    if (Long.bitCount(size) == 1) path.add(0, root);
    long fn = size - 1;
    long sn = largerSize - 1;
    while (odd(fn)) {
      fn >>= 1;
      sn >>= 1;
    }
    byte[] smaller = path.get(0);
    byte[] larger = path.get(0);
    for (byte[] c : path.subList(1, path.size())) {
      if (sn == 0) return false;
      if (odd(fn) || fn == sn) {
        smaller = node(c, smaller);
        larger = node(c, larger);
        while (!odd(fn) && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        larger = node(larger, c);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0
        && MessageDigest.isEqual(smaller, root)
        && MessageDigest.isEqual(larger, largerRoot);
  }

  private static boolean odd(long n) {
    return (n & 1) == 1;
  }

  /** The largest power of two smaller than {@code n}, which is at least 2. */
  private static int split(int n) {
    return Integer.highestOneBit(n - 1);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
