package io.kizuna.verify.vectors;

import static io.kizuna.verify.vectors.VectorFile.map;

import io.kizuna.verify.TestNotary;
import io.kizuna.verify.format.BlockHash;
import io.kizuna.verify.format.ChainHash;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.PackageHash;
import io.kizuna.verify.format.RowHash;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SqlText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes docs/trail-vectors. Run once; a vector that changes is a change of the format. What it
 * wrote was compared with another implementation, in another language, before it was published.
 */
final class MakeVectors {

  private static final String CHAIN = "batch:0198f0a0-0000-7000-8000-000000000001";
  private static final TestNotary NOTARY = new TestNotary();

  private MakeVectors() {}

  public static void main(String[] args) throws Exception {
    canonical();
    chain();
    rows();
    readings();
    var tree = log();
    checkpoint(tree);
    signature();
    recipe();
    manifest();
  }

  private static void canonical() throws Exception {
    var cases = new ArrayList<Object>();
    for (String input :
        List.of(
            "{\"b\": \"2\", \"a\": \"1\"}",
            "{\"text\": \"\\u30ad\\u30ba\\u30ca \\u00e9 \\ud83e\\uddec\"}",
            "{\"controls\": \"\\u0008\\u0009\\u000a\\u000c\\u000d\\u0000\\u001f\\u007f\"}",
            "{\"slash\": \"a\\/b\", \"quote\": \"\\\"\", \"back\": \"\\\\\"}",
            "{\"\\u20ac\": \"1\", \"\\r"
                + "\": \"2\", \"\\ufb33\": \"3\", \"1\": \"4\", \"\\ud83d\\ude00\": \"5\","
                + " \"\\u0080\": \"6\", \"\\u00f6\": \"7\"}",
            "{ \"nested\" : { \"z\" : [ \"b\", \"a\", { } ], \"a\" : null }, \"flag\" : true }",
            "{\"number\": \"0.10\"}")) {
      cases.add(map("input", input, "canonical", Json.canonical(Json.read(input))));
    }
    VectorFile.write("canonical.json", map("cases", cases));
  }

  private static void chain() throws Exception {
    var events = new ArrayList<Object>();
    String previous = ChainHash.GENESIS;
    String[] changes = {
      "{\"state\":{\"after\":\"RUNNING\"}}",
      "{\"temperature\":{\"after\":\"0.10\",\"before\":\"0.1\"}}",
      "{\"remark\":{\"after\":\"\u7570\u5e38\u306a\u3057 \\\"ok\\\"\\n\ud83e\uddec\"}}"
    };
    for (int seq = 1; seq <= changes.length; seq++) {
      String body =
          "{\"action\":\"step.performed\",\"actor\":\"tanaka\",\"actorName\":\"Tanaka"
              + " Hana\",\"chain\":\""
              + CHAIN
              + "\",\"changes\":"
              + changes[seq - 1]
              + ",\"entity\":\"step\",\"entityId\":\"s-"
              + seq
              + "\",\"id\":\"0198f0a0-0000-7000-8000-00000000010"
              + seq
              + "\",\"recordedAt\":\"2026-11-22T19:11:0"
              + seq
              + ".12345Z\",\"seq\":\""
              + seq
              + "\",\"software\":\"0.1.0\"}";
      String hash = ChainHash.of(previous, CHAIN, seq, body);
      events.add(map("chain", CHAIN, "seq", seq, "previous", previous, "body", body, "hash", hash));
      previous = hash;
    }
    VectorFile.write("chain.json", map("algorithm", ChainHash.ALGORITHM, "events", events));
  }

  private static void rows() throws Exception {
    var types = new ArrayList<Object>();
    type(
        types,
        "uuid",
        "'0198F0A0-0000-7000-8000-0000000000AB'",
        UUID.fromString("0198f0a0-0000-7000-8000-0000000000ab"));
    type(types, "boolean", "TRUE", true);
    type(types, "integer", "-7", -7);
    type(types, "bigint", "9007199254740993", 9007199254740993L);
    type(types, "numeric(7,3)", "70", new BigDecimal("70.000"));
    type(types, "numeric(20,6)", "0.0000010", new BigDecimal("0.000001"));
    type(
        types,
        "varchar(40)",
        "'10*6/mL \"\u7d30\u80de\" \\ end '",
        "10*6/mL \"\u7d30\u80de\" \\ end ");
    type(types, "text", "E'line\\nnext\\ttab'", "line\nnext\ttab");
    type(types, "char(8)", "'abcd'", "abcd    ");
    type(
        types,
        "timestamp with time zone",
        "'2026-11-23 04:11:09.120000+09'",
        OffsetDateTime.parse("2026-11-23T04:11:09.12+09:00"));
    type(
        types,
        "timestamp with time zone",
        "'2026-11-22 19:11:09Z'",
        OffsetDateTime.parse("2026-11-22T19:11:09Z"));
    type(types, "date", "'2026-11-22'", LocalDate.parse("2026-11-22"));
    type(types, "bytea", "'\\x00FF10'", new byte[] {0, -1, 16});
    var row = new TreeMap<String, String>();
    row.put("batch_id", "0198f0a0-0000-7000-8000-000000000001");
    row.put("unit_procedure", "up-receipt");
    row.put("started_at", "2026-11-22T19:11:09.12+00:00");
    row.put("name_ja", "\u53d7\u9818");
    String text = RowHash.text(row);
    VectorFile.write(
        "rows.json",
        map(
            "values",
            types,
            "rows",
            List.of(
                map(
                    "table",
                    "unit_procedure_run",
                    "seal",
                    "unit_procedure_run/0198f0a0-0000-7000-8000-000000000001/up-receipt",
                    "columns",
                    row,
                    "text",
                    text,
                    "hash",
                    RowHash.of("unit_procedure_run", text)))));
  }

  private static void type(List<Object> types, String type, String sql, Object value) {
    types.add(map("type", type, "sql", sql, "text", SqlText.of(value)));
  }

  private static void readings() throws Exception {
    var minute = Instant.parse("2026-11-22T19:11:00Z");
    var block = new BlockHash("BRX-01", "TIC01.PV", minute);
    var lines = new ArrayList<Object>();
    for (var line :
        List.of(
            BlockHash.Line.of(
                minute.plusMillis(500),
                0,
                37.02,
                null,
                "Cel",
                0,
                0,
                minute.plusMillis(510),
                minute.plusMillis(620),
                0),
            BlockHash.Line.of(
                minute.plusMillis(1500),
                0,
                -0.0,
                null,
                null,
                1,
                1073741824L,
                null,
                minute.plusMillis(1620),
                0),
            BlockHash.Line.of(
                minute.plusMillis(1500),
                1,
                null,
                "RUN|\"\u904b\u8ee2\"",
                null,
                0,
                0,
                null,
                minute.plusSeconds(90),
                1),
            BlockHash.Line.of(
                minute.plusSeconds(59),
                0,
                Double.NaN,
                null,
                "Cel",
                2,
                2147483648L,
                null,
                minute.plusSeconds(60),
                0))) {
      block.add(line);
      lines.add(line.text());
    }
    String first = block.hex();
    String empty = new BlockHash("BRX-01", "TIC01.PV", minute.plusSeconds(60)).hex();
    var tree = new LogTree();
    tree.add(Sha256.bytes(first));
    tree.add(Sha256.bytes(empty));
    VectorFile.write(
        "readings.json",
        map(
            "equipment",
            "BRX-01",
            "tag",
            "TIC01.PV",
            "minute",
            SqlText.time(minute),
            "lines",
            lines,
            "hash",
            first,
            "emptyNextMinute",
            empty,
            "rootOfBoth",
            Sha256.hex(tree.root())));
  }

  private static LogTree log() throws Exception {
    var leaves = new ArrayList<byte[]>();
    var data = new ArrayList<Object>();
    var roots = new ArrayList<Object>();
    var tree = new LogTree();
    roots.add(Sha256.hex(tree.root()));
    for (int i = 0; i < 7; i++) {
      byte[] leaf = LogTree.leafData(i % 2 == 0 ? CHAIN : "site", i + 1, Sha256.hex("event " + i));
      leaves.add(leaf);
      data.add(new String(leaf, StandardCharsets.UTF_8));
      tree.add(leaf);
      roots.add(Sha256.hex(tree.root()));
    }
    var paths = new ArrayList<Object>();
    for (int i = 0; i < leaves.size(); i++) {
      var path = InclusionPath.of(leaves, i);
      paths.add(
          map("index", i, "size", leaves.size(), "path", path.stream().map(Sha256::hex).toList()));
    }
    VectorFile.write("log.json", map("leaves", data, "roots", roots, "inclusion", paths));
    return tree;
  }

  private static void checkpoint(LogTree tree) throws Exception {
    String note = NOTARY.checkpoint(1, tree.size(), tree.root(), "2026-11-22T19:12:00Z");
    VectorFile.write(
        "checkpoint.json",
        map(
            "vkey", NOTARY.vkey(),
            "note", note,
            "root", Sha256.hex(tree.root()),
            "forged", List.of(note.replace("\n7\n", "\n8\n"), note.replace("epoch 1", "epoch 2"))));
  }

  private static void signature() throws Exception {
    String content =
        "{\"meaning\":\"PERFORMED\",\"step\":\"up-receipt.user_check_age\","
            + "\"values\":{\"age\":\"0.10\"}}";
    var row = new TreeMap<String, String>();
    row.put("id", "0198f0a0-0000-7000-8000-000000000201");
    row.put("chain_id", CHAIN);
    row.put("subject", "step:s-1:perform");
    row.put("meaning", "PERFORMED");
    row.put("person_id", "tanaka");
    row.put("name_en", "Tanaka Hana");
    row.put("name_ja", "\u7530\u4e2d \u82b1");
    row.put("language", "ja");
    row.put("content", content);
    row.put("digest", Sha256.hex(content));
    row.put("challenge_id", "0198f0a0-0000-7000-8000-000000000202");
    row.put("signed_at", "2026-11-22T19:11:09.123456+00:00");
    String binding = Sha256.hex("signature/1\n" + RowHash.text(row));
    VectorFile.write("signature.json", map("row", row, "binding", binding));
  }

  private static void recipe() throws Exception {
    var files = new TreeMap<String, byte[]>();
    files.put("proc-demo.bpmn", "<definitions/>\n".getBytes(StandardCharsets.UTF_8));
    files.put("recipe.yaml", "product: demo # \u7d30\u80de\n".getBytes(StandardCharsets.UTF_8));
    var shown = new TreeMap<String, Object>();
    files.forEach((n, b) -> shown.put(n, Base64.getEncoder().encodeToString(b)));
    VectorFile.write("recipe.json", map("files", shown, "packageHash", PackageHash.of(files)));
  }

  private static void manifest() throws Exception {
    String id = "0198f0a0-0000-7000-8000-000000000001";
    String text =
        Json.canonical(
            VectorFile.json(
                map(
                    "format", "kizuna-portable/1",
                    "batch", map("id", id, "number", "B-2611-042", "coi", "KZN-26-0042"),
                    "copy", "full",
                    "status", "final",
                    "createdAt", "2026-11-22T19:20:00Z",
                    "software", "0.1.0",
                    "files",
                        List.of(
                            map(
                                "path",
                                "README.txt",
                                "bytes",
                                "3",
                                "sha256",
                                Sha256.hex("hi\n"))))));
    String note = NOTARY.sign("kizuna-portable/1\n" + id + "\n" + Sha256.hex(text) + "\n");
    VectorFile.write("manifest.json", map("vkey", NOTARY.vkey(), "manifest", text, "note", note));
  }
}
