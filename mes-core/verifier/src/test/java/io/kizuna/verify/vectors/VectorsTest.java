package io.kizuna.verify.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.verify.format.BlockHash;
import io.kizuna.verify.format.ChainHash;
import io.kizuna.verify.format.Checkpoint;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.PackageHash;
import io.kizuna.verify.format.RowHash;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SignedNote;
import io.kizuna.verify.format.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** D.5: what is published so that others can write a verifier is what this one computes. */
class VectorsTest {

  @Test
  void canonicalForm() throws Exception {
    for (var c : VectorFile.list(VectorFile.read("canonical.json"), "cases")) {
      assertThat(Json.canonical(Json.read(c.text("input")))).isEqualTo(c.text("canonical"));
    }
  }

  @Test
  void chainHashes() throws Exception {
    String previous = ChainHash.GENESIS;
    for (var e : VectorFile.list(VectorFile.read("chain.json"), "events")) {
      assertThat(e.text("previous")).isEqualTo(previous);
      assertThat(Json.canonical(Json.read(e.text("body")))).isEqualTo(e.text("body"));
      previous =
          ChainHash.of(previous, e.text("chain"), Long.parseLong(e.text("seq")), e.text("body"));
      assertThat(previous).isEqualTo(e.text("hash"));
    }
  }

  @Test
  void rowTextsAndHashes() throws Exception {
    for (var r : VectorFile.list(VectorFile.read("rows.json"), "rows")) {
      var columns = new TreeMap<String, String>();
      r.object("columns").members().forEach((k, v) -> columns.put(k, ((Json.Text) v).value()));
      assertThat(RowHash.text(columns)).isEqualTo(r.text("text"));
      assertThat(RowHash.of(r.text("table"), r.text("text"))).isEqualTo(r.text("hash"));
    }
  }

  @Test
  void readingBlocks() throws Exception {
    var v = VectorFile.read("readings.json");
    Instant minute = OffsetDateTime.parse(v.text("minute")).toInstant();
    var block = new BlockHash(v.text("equipment"), v.text("tag"), minute);
    VectorFile.texts(v, "lines")
        .forEach(text -> block.add(new BlockHash.Line(minute, minute, text)));
    String hash = block.hex();
    assertThat(hash).isEqualTo(v.text("hash"));
    var next = new BlockHash(v.text("equipment"), v.text("tag"), minute.plusSeconds(60)).hex();
    assertThat(next).isEqualTo(v.text("emptyNextMinute"));
    var tree = new LogTree();
    tree.add(Sha256.bytes(hash));
    tree.add(Sha256.bytes(next));
    assertThat(Sha256.hex(tree.root())).isEqualTo(v.text("rootOfBoth"));
  }

  @Test
  void logTreeAndInclusion() throws Exception {
    var v = VectorFile.read("log.json");
    var roots = VectorFile.texts(v, "roots");
    var leaves = VectorFile.texts(v, "leaves");
    var tree = new LogTree();
    assertThat(Sha256.hex(tree.root())).isEqualTo(roots.get(0));
    for (int i = 0; i < leaves.size(); i++) {
      tree.add(leaves.get(i).getBytes(StandardCharsets.UTF_8));
      assertThat(Sha256.hex(tree.root())).isEqualTo(roots.get(i + 1));
    }
    for (var p : VectorFile.list(v, "inclusion")) {
      int index = Integer.parseInt(p.text("index"));
      var path = VectorFile.texts(p, "path").stream().map(Sha256::bytes).toList();
      byte[] leaf = leaves.get(index).getBytes(StandardCharsets.UTF_8);
      assertThat(LogTree.includes(leaf, index, tree.size(), path, tree.root())).isTrue();
      assertThat(LogTree.includes(leaf, (index + 1) % 7, tree.size(), path, tree.root())).isFalse();
      byte[] other = leaves.get((index + 1) % 7).getBytes(StandardCharsets.UTF_8);
      assertThat(LogTree.includes(other, index, tree.size(), path, tree.root())).isFalse();
    }
  }

  // What others publish, so that the same mistake is not made on both sides.
  @Test
  void treeAndNoteOfOthers() throws Exception {
    var v = VectorFile.read("tree-rfc6962.json");
    var roots = VectorFile.texts(v, "roots");
    var tree = new LogTree();
    assertThat(Sha256.hex(tree.root())).isEqualTo(roots.get(0));
    for (String leaf : VectorFile.texts(v, "leaves")) {
      tree.add(Sha256.bytes(leaf));
      assertThat(Sha256.hex(tree.root())).isEqualTo(roots.get((int) tree.size()));
    }
    var n = VectorFile.read("note-signed.json");
    var note = SignedNote.parse(n.text("note"));
    assertThat(note.text()).isEqualTo(n.text("text"));
    assertThat(note.signedBy(VerifierKey.parse(n.text("key")))).isTrue();
  }

  @Test
  void signedCheckpoint() throws Exception {
    var v = VectorFile.read("checkpoint.json");
    var key = VerifierKey.parse(v.text("vkey"));
    var note = SignedNote.parse(v.text("note"));
    assertThat(note.signedBy(key)).isTrue();
    var checkpoint = Checkpoint.parse(note.text());
    assertThat(checkpoint.size()).isEqualTo(7);
    assertThat(Sha256.hex(Base64.getDecoder().decode(checkpoint.root()))).isEqualTo(v.text("root"));
    for (String forged : VectorFile.texts(v, "forged")) {
      assertThat(SignedNote.parse(forged).signedBy(key)).isFalse();
    }
  }

  @Test
  void signatureBinding() throws Exception {
    var v = VectorFile.read("signature.json");
    var row = new TreeMap<String, String>();
    v.object("row").members().forEach((k, t) -> row.put(k, ((Json.Text) t).value()));
    assertThat(Sha256.hex(row.get("content"))).isEqualTo(row.get("digest"));
    assertThat(Sha256.hex("signature/1\n" + RowHash.text(row))).isEqualTo(v.text("binding"));
  }

  @Test
  void recipePackage() throws Exception {
    var v = VectorFile.read("recipe.json");
    var files = new TreeMap<String, byte[]>();
    v.object("files")
        .members()
        .forEach((n, t) -> files.put(n, Base64.getDecoder().decode(((Json.Text) t).value())));
    assertThat(PackageHash.of(files)).isEqualTo(v.text("packageHash"));
  }

  @Test
  void manifest() throws Exception {
    var v = VectorFile.read("manifest.json");
    var note = SignedNote.parse(v.text("note"));
    assertThat(note.signedBy(VerifierKey.parse(v.text("vkey")))).isTrue();
    String id = Json.object(v.text("manifest")).object("batch").text("id");
    assertThat(note.text())
        .isEqualTo("kizuna-portable/1\n" + id + "\n" + Sha256.hex(v.text("manifest")) + "\n");
  }
}
