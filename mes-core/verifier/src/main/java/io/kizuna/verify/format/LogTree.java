package io.kizuna.verify.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An RFC 6962 tree that grows by leaves and knows its root at any time; it keeps one hash for each
 * bit of its size, never the leaves.
 */
public final class LogTree {

  private final List<byte[]> peaks = new ArrayList<>();
  private long size;

  /** Adds the leaf with this data. */
  public void add(byte[] data) {
    byte[] hash = leaf(data);
    for (long n = size; (n & 1) == 1; n >>= 1) hash = node(peaks.remove(peaks.size() - 1), hash);
    peaks.add(hash);
    size++;
  }

  public long size() {
    return size;
  }

  /** The root over the leaves so far. */
  public byte[] root() {
    if (peaks.isEmpty()) return Sha256.of(new byte[0]);
    byte[] root = peaks.get(peaks.size() - 1);
    for (int i = peaks.size() - 2; i >= 0; i--) root = node(peaks.get(i), root);
    return root;
  }

  /** Section 4: what a checkpoint's leaf holds. */
  public static byte[] leafData(String chain, long seq, String hash) {
    return (chain + "\n" + seq + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the path leads from the leaf to the root (RFC 9162, 2.1.3.2). */
  public static boolean includes(
      byte[] data, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) return false;
    long fn = index;
    long sn = size - 1;
    byte[] hash = leaf(data);
    for (byte[] p : path) {
      if (sn == 0) return false;
      if ((fn & 1) == 1 || fn == sn) {
        hash = node(p, hash);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        hash = node(hash, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && Arrays.equals(hash, root);
  }

  private static byte[] leaf(byte[] data) {
    var digest = Sha256.digest();
    digest.update((byte) 0);
    return digest.digest(data);
  }

  private static byte[] node(byte[] left, byte[] right) {
    var digest = Sha256.digest();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }
}
