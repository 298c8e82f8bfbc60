package io.kizuna.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R06: trees and proofs of RFC 6962. */
class MerkleTreeTest {

  /** Every shape of tree up to the seventh level. */
  private static final int SIZES = 64;

  private static final JsonNode KNOWN = Vectors.read("tree-rfc6962.json");

  private static List<byte[]> leaves(int size) {
    return Vectors.hexes(KNOWN.path("leaves")).stream().limit(size).map(MerkleTree::leaf).toList();
  }

  private static List<byte[]> made(int size) {
    var all = new ArrayList<byte[]>();
    for (int i = 0; i < size; i++) {
      all.add(MerkleTree.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
    }
    return all;
  }

  @Test
  void rootsAreThoseOfTheKnownTrees() {
    for (int size = 0; size <= 8; size++) {
      byte[] known = Vectors.hex(KNOWN.path("roots").get(size));
      assertThat(MerkleTree.root(leaves(size))).as("size %d", size).isEqualTo(known);
    }
  }

  @Test
  void knownInclusionPathsAreMadeAndBelieved() {
    for (JsonNode v : KNOWN.path("inclusion")) {
      int index = v.path("index").asInt();
      int size = v.path("size").asInt();
      var path = Vectors.hexes(v.path("path"));
      assertThat(MerkleTree.inclusion(index, leaves(size))).containsExactlyElementsOf(path);
      byte[] root = Vectors.hex(KNOWN.path("roots").get(size));
      assertThat(MerkleTree.isIncluded(leaves(size).get(index), index, size, path, root)).isTrue();
    }
  }

  @Test
  void knownConsistencyProofsAreMadeAndBelieved() {
    for (JsonNode v : KNOWN.path("consistency")) {
      int from = v.path("from").asInt();
      int to = v.path("to").asInt();
      var proof = Vectors.hexes(v.path("proof"));
      assertThat(MerkleTree.consistency(from, leaves(to))).containsExactlyElementsOf(proof);
      byte[] root = Vectors.hex(KNOWN.path("roots").get(from));
      byte[] larger = Vectors.hex(KNOWN.path("roots").get(to));
      assertThat(MerkleTree.isExtended(from, root, to, larger, proof)).isTrue();
    }
  }

  @Test
  void everyLeafOfEverySizeIsProvedAndNoOtherLeafIs() {
    for (int size = 1; size <= SIZES; size++) {
      var leaves = made(size);
      byte[] root = MerkleTree.root(leaves);
      for (int i = 0; i < size; i++) {
        var path = MerkleTree.inclusion(i, leaves);
        assertThat(MerkleTree.isIncluded(leaves.get(i), i, size, path, root)).isTrue();
        byte[] other = MerkleTree.leaf("another".getBytes(StandardCharsets.UTF_8));
        assertThat(MerkleTree.isIncluded(other, i, size, path, root)).isFalse();
        int wrong = (i + 1) % size;
        if (size > 1) {
          assertThat(MerkleTree.isIncluded(leaves.get(i), wrong, size, path, root)).isFalse();
          var cut = path.subList(0, path.size() - 1);
          assertThat(MerkleTree.isIncluded(leaves.get(i), i, size, cut, root)).isFalse();
        }
        assertThat(MerkleTree.isIncluded(leaves.get(i), size, size, path, root)).isFalse();
      }
    }
  }

  @Test
  void everySizeExtendsEverySmallerOneAndNoRewrittenOne() {
    for (int size = 1; size <= SIZES; size++) {
      var leaves = made(size);
      byte[] root = MerkleTree.root(leaves);
      for (int m = 1; m <= size; m++) {
        byte[] smaller = MerkleTree.root(leaves.subList(0, m));
        var proof = MerkleTree.consistency(m, leaves);
        assertThat(MerkleTree.isExtended(m, smaller, size, root, proof)).isTrue();
        var rewritten = new ArrayList<>(leaves.subList(0, m));
        rewritten.set(m / 2, MerkleTree.leaf(new byte[] {1}));
        byte[] other = MerkleTree.root(rewritten);
        assertThat(MerkleTree.isExtended(m, other, size, root, proof)).isFalse();
        var longer = new ArrayList<>(proof);
        longer.add(root);
        assertThat(MerkleTree.isExtended(m, smaller, size, root, longer)).isFalse();
      }
    }
  }

  @Test
  void frontierHasTheSameRootAtEverySize() {
    var frontier = new Frontier();
    var leaves = made(SIZES);
    assertThat(frontier.root()).isEqualTo(MerkleTree.root(List.of()));
    for (int i = 0; i < SIZES; i++) {
      var before = frontier.copy();
      frontier.add(leaves.get(i));
      assertThat(frontier.root()).isEqualTo(MerkleTree.root(leaves.subList(0, i + 1)));
      assertThat(before.root()).isEqualTo(MerkleTree.root(leaves.subList(0, i)));
    }
  }

  @Test
  void noProofForALeafThatIsNotThere() {
    assertThatThrownBy(() -> MerkleTree.inclusion(3, made(3)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> MerkleTree.consistency(0, made(3)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
