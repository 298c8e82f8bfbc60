package io.kizuna.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** R06: C2SP signed notes and checkpoints. */
class SignedNoteTest {

  private static final JsonNode KNOWN = Vectors.read("note-signed.json");
  private static final String NOTE = KNOWN.path("note").asString();
  private static final VerifierKey KEY = VerifierKey.parse(KNOWN.path("key").asString());

  /** What stands before the 32 bytes of a private key in PKCS#8 (RFC 8410). */
  private static final String PKCS8 = "302e020100300506032b657004220420";

  private static SigningKey signer() {
    byte[] seed = Base64.getDecoder().decode(KNOWN.path("seed").asString());
    String encoded = PKCS8 + HexFormat.of().formatHex(seed);
    return SigningKey.of(HexFormat.of().parseHex(encoded), KEY);
  }

  @Test
  void knownNoteIsBelievedAndMadeAgainByteForByte() {
    var note = SignedNote.parse(NOTE);
    assertThat(note.text()).isEqualTo(KNOWN.path("text").asString());
    assertThat(note.isSignedBy(KEY)).isTrue();
    assertThat(note).hasToString(NOTE);
    assertThat(SignedNote.sign(note.text(), signer())).hasToString(NOTE);
  }

  // One changed byte anywhere: either it is no note any more or nobody signed it.
  @Test
  void noChangedNoteIsBelieved() {
    for (int i = 0; i < NOTE.length(); i++) {
      char other = NOTE.charAt(i) == 'x' ? 'y' : 'x';
      String changed = NOTE.substring(0, i) + other + NOTE.substring(i + 1);
      boolean believed;
      try {
        believed = SignedNote.parse(changed).isSignedBy(KEY);
      } catch (IllegalArgumentException e) {
        believed = false;
      }
      assertThat(believed).as("character %d", i).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "text\n",
        "text\n\n",
        "text\n\n\u2014 name\n",
        "text\n\nname c2ln\n",
        "a\u0000b\n\n\u2014 name c2ln\n"
      })
  void whatIsNoNoteIsRefused(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  // The id binds name and key: a key cannot travel under another name.
  @Test
  void publicKeyUnderAnotherNameIsRefused() {
    String text = KEY.toString();
    assertThat(VerifierKey.parse(text + "\n")).isEqualTo(KEY);
    for (String wrong :
        new String[] {
          text.replace("PeterNeumann", "PeterNewmann"),
          text.replace("c74f20a3", "c74f20a4"),
          text.substring(0, text.length() - 4),
          text.replace("+AR", "+AB"),
          "PeterNeumann"
        }) {
      assertThatThrownBy(() -> VerifierKey.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void checkpointIsReadAsItWasWrittenAndInNoOtherWay() {
    var time = Instant.parse("2026-11-22T19:11:09.123456Z");
    var root = "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    var c = new Checkpoint("site.example/trail", 8, root, 1, time);
    String text =
        """
        site.example/trail
        8
        XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=
        epoch 1
        time 2026-11-22T19:11:09.123456Z
        """;
    assertThat(c.text()).isEqualTo(text);
    assertThat(Checkpoint.parse(text)).isEqualTo(c);
    for (String wrong :
        new String[] {
          text.replace("\n8\n", "\n08\n"),
          text.replace("epoch 1", "epoch 0"),
          text + "more\n",
          text.replace("Z\n", "+00:00\n"),
          text.replace("\nepoch 1", "")
        }) {
      assertThatThrownBy(() -> Checkpoint.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** The published checkpoint: leaves, tree hashes, root, text and signature. */
  @Test
  void publishedCheckpointIsMadeAgainByteForByte() {
    JsonNode known = Vectors.read("note-checkpoint.json");
    var tree = new Frontier();
    for (JsonNode l : known.path("leaves")) {
      var leaf =
          new Leaf(
              l.path("index").asLong(),
              l.path("chain").asString(),
              l.path("seq").asLong(),
              l.path("hash").asString());
      assertThat(leaf.treeHash()).isEqualTo(Vectors.hex(l.path("treeHash")));
      tree.add(leaf.treeHash());
    }
    assertThat(tree.rootHex()).isEqualTo(known.path("root").asString());
    var c = Checkpoint.parse(known.path("text").asString());
    assertThat(c.root()).isEqualTo(tree.rootHex());
    byte[] seed = Vectors.hex(known.path("seed"));
    var key = VerifierKey.parse(known.path("key").asString());
    String encoded = PKCS8 + HexFormat.of().formatHex(seed);
    var signer = SigningKey.of(HexFormat.of().parseHex(encoded), key);
    assertThat(SignedNote.sign(c.text(), signer)).hasToString(known.path("note").asString());
  }
}
