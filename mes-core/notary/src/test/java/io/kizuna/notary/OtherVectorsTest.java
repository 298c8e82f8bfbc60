package io.kizuna.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Vectors the verifier published: it was written by itself, and both must mean the same. */
class OtherVectorsTest {

  @Test
  void logHasTheSameRootsAndPaths() {
    JsonNode log = Vectors.read("log.json");
    var leaves = new ArrayList<byte[]>();
    for (JsonNode data : log.path("leaves")) {
      leaves.add(MerkleTree.leaf(data.asString().getBytes(StandardCharsets.UTF_8)));
    }
    assertThat(leaves).isNotEmpty();
    for (int size = 0; size <= leaves.size(); size++) {
      assertThat(MerkleTree.root(leaves.subList(0, size)))
          .isEqualTo(Vectors.hex(log.path("roots").get(size)));
    }
    for (JsonNode v : log.path("inclusion")) {
      int size = Integer.parseInt(v.path("size").asString());
      int index = Integer.parseInt(v.path("index").asString());
      assertThat(MerkleTree.inclusion(index, leaves.subList(0, size)))
          .containsExactlyElementsOf(Vectors.hexes(v.path("path")));
    }
  }

  @Test
  void checkpointIsBelievedAndForgedOnesAreNot() {
    JsonNode v = Vectors.read("checkpoint.json");
    var key = VerifierKey.parse(v.path("vkey").asString());
    var note = SignedNote.parse(v.path("note").asString());
    assertThat(note.isSignedBy(key)).isTrue();
    assertThat(Checkpoint.parse(note.text()).root()).isEqualTo(v.path("root").asString());
    assertThat(v.path("forged")).isNotEmpty();
    for (JsonNode forged : v.path("forged")) {
      assertThat(SignedNote.parse(forged.asString()).isSignedBy(key)).isFalse();
    }
  }

  @Test
  void chainHasTheSameHashes() {
    JsonNode events = Vectors.read("chain.json").path("events");
    assertThat(events).isNotEmpty();
    for (JsonNode e : events) {
      long seq = Long.parseLong(e.path("seq").asString());
      String hash =
          ChainWalk.of(
              e.path("previous").asString(),
              e.path("chain").asString(),
              seq,
              e.path("body").asString());
      assertThat(hash).as("event %d", seq).isEqualTo(e.path("hash").asString());
    }
  }
}
