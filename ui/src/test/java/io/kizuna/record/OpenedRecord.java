package io.kizuna.record;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A portable record as somebody opens it who has docs/trail-format.md and a JDK, nothing else. */
final class OpenedRecord {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410). */
  private static final String ED25519 = "302a300506032b6570032100";

  final Map<String, byte[]> files = new TreeMap<>();

  OpenedRecord(Path zip) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(zip)))) {
      for (var e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        if (files.put(e.getName(), in.readAllBytes()) != null) {
          throw new IOException("twice: " + e.getName());
        }
      }
    }
  }

  String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  JsonNode json(String path) {
    return JSON.readTree(text(path));
  }

  List<JsonNode> lines(String path) {
    return text(path).lines().map(JSON::readTree).toList();
  }

  /** The rows of a CSV file (RFC 4180), the first one too. */
  List<List<String>> csv(String path) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    String text = text(path);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean doubled = quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
      if (doubled) {
        field.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(field.toString());
        field.setLength(0);
        if (c == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      } else if (quoted || c != '\r') {
        field.append(c);
      }
    }
    return rows;
  }

  /** What of the machines' record does not fit the schema that came with it. */
  List<String> unlikeTheSchema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text("record.schema.json"), InputFormat.JSON)
        .validate(text("record.json"), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  /** What does not fit the manifest; empty if all does. */
  List<String> faults() throws GeneralSecurityException {
    var faults = new ArrayList<String>();
    var listed = new TreeMap<String, JsonNode>();
    json("manifest.json").path("files").forEach(f -> listed.put(f.path("path").asString(), f));
    files.forEach(
        (path, bytes) -> {
          if (path.startsWith("manifest.")) return;
          JsonNode entry = listed.remove(path);
          if (entry == null) faults.add("not listed: " + path);
          else if (!entry.path("sha256").asString().equals(sha256(bytes))) faults.add(path);
          else if (!entry.path("bytes").asString().equals("" + bytes.length)) faults.add(path);
        });
    listed.keySet().forEach(path -> faults.add("missing: " + path));
    if (!noteFits()) faults.add("manifest.note");
    return faults;
  }

  private boolean noteFits() throws GeneralSecurityException {
    String note = text("manifest.note");
    int end = note.indexOf("\n\n");
    String signed = note.substring(0, end + 1);
    String expected =
        "kizuna-portable/1\n%s\n%s\n"
            .formatted(
                json("manifest.json").path("batch").path("id").asString(),
                sha256(files.get("manifest.json")));
    String[] line = note.substring(end + 2).strip().split(" ");
    String[] key = text("keys/" + line[1] + ".vkey").strip().split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(key[2]);
    byte[] signature = Base64.getDecoder().decode(line[2]);
    var id = MessageDigest.getInstance("SHA-256");
    id.update((key[0] + "\n").getBytes(StandardCharsets.UTF_8));
    String keyId = HexFormat.of().formatHex(id.digest(typed)).substring(0, 8);
    boolean named =
        key[1].equals(keyId) && HexFormat.of().formatHex(Arrays.copyOf(signature, 4)).equals(keyId);
    byte[] prefix = HexFormat.of().parseHex(ED25519);
    byte[] encoded =
        ByteBuffer.allocate(44).put(prefix).put(Arrays.copyOfRange(typed, 1, 33)).array();
    var verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    verifier.update(signed.getBytes(StandardCharsets.UTF_8));
    return signed.equals(expected)
        && named
        && typed[0] == 1
        && verifier.verify(Arrays.copyOfRange(signature, 4, 68));
  }

  /**
   * Follows a chain; of an event with a body the hash is computed.
   *
   * @return the hash of its last event, or why it does not fit.
   */
  String head(String file) {
    String previous = "0".repeat(64);
    long seq = 0;
    for (JsonNode e : lines(file)) {
      seq++;
      if (!e.path("seq").asString().equals("" + seq)) return "hole at " + seq;
      if (!e.path("previous").asString().equals(previous)) return "broken at " + seq;
      if (e.has("body") && !chained(previous, seq, e).equals(e.path("hash").asString())) {
        return "changed at " + seq;
      }
      previous = e.path("hash").asString();
    }
    return previous;
  }

  private static String chained(String previous, long seq, JsonNode e) {
    byte[] chain = e.path("chain").asString().getBytes(StandardCharsets.UTF_8);
    byte[] body = e.path("body").asString().getBytes(StandardCharsets.UTF_8);
    byte[] scheme = "mesaudit/1".getBytes(StandardCharsets.UTF_8);
    return sha256(
        ByteBuffer.allocate(1 + scheme.length + 32 + 4 + chain.length + 8 + 4 + body.length)
            .put((byte) 0)
            .put(scheme)
            .put(HexFormat.of().parseHex(previous))
            .putInt(chain.length)
            .put(chain)
            .putLong(seq)
            .putInt(body.length)
            .put(body)
            .array());
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
