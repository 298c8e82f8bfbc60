package io.kizuna.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.portable.PortableRecord;
import io.kizuna.verify.source.DatabaseSource;
import io.kizuna.verify.source.Source;
import io.kizuna.verify.vectors.InclusionPath;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Issue acceptance 5: a portable record verifies by itself; one flipped byte in any file is named.
 */
class PortableRecordTest {

  @TempDir Path folder;

  private final TestNotary notary = new TestNotary();
  private final Map<String, byte[]> files = new TreeMap<>();

  @BeforeEach
  void write() throws Exception {
    var trail = SampleTrail.full();
    var source = new DatabaseSource(trail.connection, "sample", SampleTrail.BATCH);
    var leaves = new ArrayList<byte[]>();
    var lines = new StringBuilder();
    var heads = source.heads();
    heads.forEach((c, h) -> leaves.add(LogTree.leafData(c, h.seq(), h.hash())));
    int index = 0;
    for (var head : heads.entrySet()) {
      var leaf = new TreeMap<String, Json>();
      leaf.put("index", new Json.Plain(Integer.toString(index)));
      leaf.put("chain", new Json.Text(head.getKey()));
      leaf.put("seq", new Json.Plain(Long.toString(head.getValue().seq())));
      leaf.put("hash", new Json.Text(head.getValue().hash()));
      List<Json> path = new ArrayList<>();
      for (byte[] p : InclusionPath.of(leaves, index++)) path.add(new Json.Text(Sha256.hex(p)));
      leaf.put("path", new Json.Items(path));
      lines.append(Json.canonical(new Json.Members(leaf))).append('\n');
    }
    put("proofs/leaves.jsonl", lines.toString());
    var tree = new LogTree();
    leaves.forEach(tree::add);
    put(
        "proofs/checkpoint.note",
        notary.checkpoint(1, tree.size(), tree.root(), "2026-11-22T12:00:00Z"));
    put("keys/log.vkey", notary.vkey() + "\n");
    put("README.txt", "hi\n");
    trail(source);
    for (String table : source.tables(java.util.Set.of())) rows(source, table);
    readings(trail);
    files.put("manifest.json", manifest());
    note();
  }

  private void put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void trail(Source source) throws Exception {
    for (String chain : source.heads().keySet()) {
      var lines = new StringBuilder();
      try (var events = source.events(chain)) {
        for (var e = events.next(); e != null; e = events.next()) {
          var line = new TreeMap<String, Json>();
          line.put("chain", new Json.Text(chain));
          line.put("seq", new Json.Text(Long.toString(e.seq())));
          line.put("id", new Json.Text(e.id()));
          line.put("recordedAt", new Json.Text(e.recordedAt().toString()));
          line.put("actor", new Json.Text(e.actor()));
          line.put("action", new Json.Text(e.action()));
          line.put("entity", new Json.Text(e.entity()));
          line.put("entityId", new Json.Text(e.entityId()));
          line.put("body", new Json.Text(e.body()));
          line.put("previous", new Json.Text(e.previous()));
          line.put("hash", new Json.Text(e.hash()));
          line.put("algorithm", new Json.Text(e.algorithm()));
          lines.append(Json.canonical(new Json.Members(line))).append('\n');
        }
      }
      put("trail/" + chain.replace(':', '_') + ".jsonl", lines.toString());
    }
  }

  private void rows(Source source, String table) throws Exception {
    var lines = new StringBuilder();
    try (var rows = source.rows(table)) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        lines.append(io.kizuna.verify.format.RowHash.text(row.columns())).append('\n');
      }
    }
    put("rows/" + table + ".jsonl", lines.toString());
  }

  private void readings(SampleTrail trail) throws Exception {
    var source = new DatabaseSource(trail.connection, "sample", SampleTrail.BATCH);
    var csv =
        new StringBuilder(
            "equipment_id,tag,source_time,sequence,value_number,value_text,unit,quality,"
                + "status_code,server_time,received_at,origin,value\r\n");
    try (var lines = source.readings("BRX-01", "TIC01.PV", Source.ALWAYS)) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        var fields = new ArrayList<>(List.of("BRX-01", "TIC01.PV"));
        fields.addAll(List.of(line.text().strip().split("\\|", -1)));
        fields.add("37.0");
        for (String f : fields) {
          csv.append(f.contains("\"") ? '"' + f.replace("\"", "\"\"") + '"' : f).append(',');
        }
        csv.setLength(csv.length() - 1);
        csv.append("\r\n");
      }
    }
    put("readings/readings.csv", csv.toString());
    var blocks = new StringBuilder();
    var sealed = new DatabaseSource(trail.connection, "sample", null);
    try (var rows = sealed.rows("reading_block")) {
      for (var row = rows.next(); row != null; row = rows.next()) {
        blocks.append(io.kizuna.verify.format.RowHash.text(row.columns())).append('\n');
      }
    }
    put("readings/blocks.jsonl", blocks.toString());
  }

  private byte[] manifest() {
    List<Json> listed = new ArrayList<>();
    files.forEach(
        (path, bytes) ->
            listed.add(
                new Json.Members(
                    new TreeMap<>(
                        Map.of(
                            "path", new Json.Text(path),
                            "bytes", new Json.Text(Integer.toString(bytes.length)),
                            "sha256", new Json.Text(Sha256.hex(Sha256.of(bytes))))))));
    var batch = new TreeMap<String, Json>();
    batch.put("id", new Json.Text(SampleTrail.BATCH.toString()));
    batch.put("number", new Json.Text("B-2611-001"));
    var manifest = new TreeMap<String, Json>();
    manifest.put("format", new Json.Text("kizuna-portable/1"));
    manifest.put("copy", new Json.Text("full"));
    manifest.put("batch", new Json.Members(batch));
    manifest.put("files", new Json.Items(listed));
    return Json.canonical(new Json.Members(manifest)).getBytes(StandardCharsets.UTF_8);
  }

  private void note() {
    String hash = Sha256.hex(Sha256.of(files.get("manifest.json")));
    put(
        "manifest.note",
        notary.sign("kizuna-portable/1\n" + SampleTrail.BATCH + "\n" + hash + "\n"));
  }

  private Path zip(Map<String, byte[]> content) throws Exception {
    Path file = folder.resolve("record.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      for (var e : content.entrySet()) {
        zip.putNextEntry(new ZipEntry(e.getKey()));
        zip.write(e.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  @Test
  void untouchedRecordVerifies() throws Exception {
    Report report = PortableRecord.check(zip(files), Options.NONE);
    assertThat(report.findings()).isEmpty();
    assertThat(report.checked())
        .containsEntry("events", 8L)
        .containsEntry("readings", 6L)
        .containsEntry("reading blocks", 2L)
        .containsEntry("leaves", 2L)
        .containsEntry("signatures", 1L)
        .containsKey("rows");
  }

  @Test
  void oneFlippedByteInAnyFileIsNamed() throws Exception {
    for (String name : files.keySet()) {
      var flipped = new TreeMap<>(files);
      byte[] bytes = files.get(name).clone();
      if (bytes.length == 0) continue;
      bytes[bytes.length / 2] ^= 1;
      flipped.put(name, bytes);
      Report report = PortableRecord.check(zip(flipped), Options.NONE);
      assertThat(report.passed()).as(name).isFalse();
      assertThat(report.findings()).as(name).anyMatch(f -> f.place().equals("file " + name));
    }
  }

  @Test
  void missingAndAddedFilesAreNamed() throws Exception {
    var fewer = new TreeMap<>(files);
    fewer.remove("README.txt");
    fewer.put("extra.txt", new byte[] {1});
    assertThat(PortableRecord.check(zip(fewer), Options.NONE).findings())
        .extracting(Finding::line)
        .contains(
            "FILE file README.txt: missing", "FILE file extra.txt: the manifest does not name it");
  }

  // Whoever can sign could make another manifest; the trail inside still has to fit.
  @Test
  void changedEventIsNamedAlsoUnderAFittingManifest() throws Exception {
    String name = "trail/batch_" + SampleTrail.BATCH + ".jsonl";
    String text = new String(files.get(name), StandardCharsets.UTF_8).replace("0.20", "0.21");
    put(name, text);
    files.remove("manifest.json");
    files.remove("manifest.note");
    files.put("manifest.json", manifest());
    note();
    Finding first = PortableRecord.check(zip(files), Options.NONE).first();
    assertThat(first.place()).isEqualTo("event 3 of chain " + SampleTrail.CHAIN);
  }

  @Test
  void commandSaysWhatItFound() throws Exception {
    Path zip = zip(files);
    Path json = folder.resolve("report.json");
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    assertThat(run(out, err, zip.toString(), "--json", json.toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("PASS  record.zip, batch B-2611-001");
    assertThat(Json.object(Files.readString(json)).text("result")).isEqualTo("PASS");
    files.put("README.txt", new byte[] {1, 2, 3});
    assertThat(run(out, err, zip(files).toString(), "--json", json.toString(), "--quiet"))
        .isEqualTo(1);
    assertThat(Json.object(Files.readString(json)).object("first").text("place"))
        .isEqualTo("file README.txt");
    assertThat(run(out, err, folder.resolve("none.zip").toString())).isEqualTo(2);
    assertThat(run(out, err, "--nonsense")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("there is no file", "unknown option --nonsense");
  }

  private static int run(ByteArrayOutputStream out, ByteArrayOutputStream err, String... args) {
    return Main.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }
}
