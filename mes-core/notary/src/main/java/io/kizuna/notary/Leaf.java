package io.kizuna.notary;

import java.nio.charset.StandardCharsets;

/**
 * One leaf of the log: how far a chain was.
 *
 * @param index from 0 without a hole.
 * @param hash of the chain's event {@code seq}, 64 lower-case hex digits.
 */
public record Leaf(long index, String chain, long seq, String hash) {

  /** What is hashed into the tree. */
  public byte[] data() {
    return (chain + "\n" + seq + "\n" + hash + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Its hash in the tree. */
  public byte[] treeHash() {
    return MerkleTree.leaf(data());
  }
}
