package io.kizuna.record;

import static io.kizuna.record.Bench.SUZUKI;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.SealReadings;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import io.kizuna.report.BatchRecord.Copy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** R08, R82: what is handed over is what is stored, and sealed. */
abstract class PortableContract extends HandedOver {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired IngestReadings ingest;
  @Autowired SealReadings seals;
  @Autowired RecordClock recordClock;
  @Autowired TestClock clock;

  @Test
  void fullCopyHoldsWhatIsStoredAndIsSealed() throws Exception {
    BatchId batch = golden(bench.order());
    read(batch);
    var record = open(batch, Copy.FULL, SUZUKI);
    assertThat(record.faults()).isEmpty();
    assertThat(record.unlikeTheSchema()).isEmpty();
    assertThat(record.files.keySet())
        .contains("README.txt", "record.json", "record.schema.json", "record.en.pdf")
        .contains("record.ja.pdf", "readings/readings.csv", "readings/blocks.jsonl")
        .contains("readings/readings.csv-metadata.json", "rows/parameter_value.jsonl");
    String chain = "trail/batch_" + batch + ".jsonl";
    var stored =
        jdbc.sql("SELECT hash FROM audit_event WHERE chain_id = ? ORDER BY seq")
            .param(Batch.chainOf(batch))
            .query(String.class)
            .list();
    assertThat(record.lines(chain)).extracting(e -> e.path("hash").asString()).isEqualTo(stored);
    assertThat(record.head(chain)).isEqualTo(stored.get(stored.size() - 1));
    var recipe = bench.batch(batch).recipeVersion();
    assertThat(record.head("trail/recipe_" + recipe + ".jsonl")).hasSize(64);
    assertThat(record.files.keySet()).anyMatch(f -> f.startsWith("recipe/") && f.endsWith(".bpmn"));
    assertThat(record.json("manifest.json").path("status").asString()).isEqualTo("interim");
    assertThat(record.text("README.txt")).contains("INTERIM", "中間記録", "full copy");
    jsonIsWhatIsStored(record.json("record.json"), batch);
    rowsAreWhatTheTrailSealed(record, batch);
    readingsAreWhatTheBlocksSealed(record, batch);
  }

  /** Two minutes of readings, one of them a text with everything a CSV must quote; sealed. */
  private void read(BatchId batch) {
    var unit = bench.batch(batch).equipment("bioreactor");
    Instant t = recordClock.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
    ingest.ingest(
        List.of(
            reading(unit, "T_PV", 37.1, null, t),
            reading(unit, "T_PV", -0.5, null, t.plusSeconds(30)),
            reading(unit, "T_PV", 37.25, null, t.plusSeconds(61)),
            reading(unit, "STATE", null, "Run, \"step\" 2\r\n絆\u0001", t.plusSeconds(5))));
    clock.advance(Duration.between(recordClock.now(), t.plusSeconds(150)));
    seals.upToNow(batch);
  }

  private static Reading reading(
      EquipmentId unit, String tag, Double value, String text, Instant at) {
    String unitCode = value == null ? null : "Cel";
    Instant received = at.plusMillis(250);
    return new Reading(unit, tag, value, text, unitCode, Quality.GOOD, 0, at, at, received, 0);
  }

  /** Section 3, from the CSV alone: every block hashes to what is in its row. */
  private static void readingsAreWhatTheBlocksSealed(OpenedRecord record, BatchId batch) {
    var texts = new TreeMap<String, StringBuilder>();
    for (List<String> row : record.csv("readings/readings.csv")) {
      if (row.get(0).equals("equipment_id")) continue;
      String minute = row.get(2).substring(0, 16) + ":00+00:00";
      String block = row.get(0) + "/" + row.get(1) + "\n" + minute + "\n";
      texts
          .computeIfAbsent(block, b -> new StringBuilder("block/1\n" + b))
          .append(String.join("|", row.subList(2, 12)))
          .append('\n');
      if (!row.get(4).isEmpty()) {
        double bits = Double.longBitsToDouble(Long.parseUnsignedLong(row.get(4), 16));
        assertThat(row.get(12)).isEqualTo(Double.toString(bits));
      }
    }
    var sealed = new TreeMap<String, String>();
    for (JsonNode b : record.lines("readings/blocks.jsonl")) {
      assertThat(b.path("batch_id").asString()).isEqualTo(batch.toString());
      sealed.put(
          b.path("equipment_id").asString()
              + "/"
              + b.path("tag").asString()
              + "\n"
              + b.path("minute").asString()
              + "\n",
          b.path("hash").asString());
    }
    assertThat(sealed).hasSize(3);
    var found = new TreeMap<String, String>();
    texts.forEach(
        (block, text) ->
            found.put(
                block, OpenedRecord.sha256(text.toString().getBytes(StandardCharsets.UTF_8))));
    assertThat(found).isEqualTo(sealed);
  }

  // R08: set-equality of the machines' record and the tables.
  private void jsonIsWhatIsStored(JsonNode json, BatchId batch) {
    var values = new TreeSet<String>();
    var signatures = new TreeSet<String>();
    var checks = new TreeSet<String>();
    json.path("signatures").forEach(s -> signatures.add(s.path("id").asString()));
    for (JsonNode u : json.path("unitProcedures")) {
      for (JsonNode step : u.path("steps")) {
        step.path("signatures").forEach(s -> signatures.add(s.path("id").asString()));
        step.path("identityChecks")
            .forEach(c -> checks.add(c.path("code").asString() + c.path("matched").asBoolean()));
        for (JsonNode p : step.path("parameters")) {
          if (p.has("recorded")) values(values, step, p, p.path("recorded"));
        }
      }
    }
    assertThat(values)
        .isEqualTo(
            column(
                """
                SELECT s.id || '/' || v.parameter || '/' || v.revision || '=' || v.value
                FROM parameter_value v JOIN step_run s ON s.id = v.step_run_id
                WHERE s.batch_id = ?\
                """,
                batch))
        .anyMatch(v -> v.endsWith("labels_used/1=10"))
        .anyMatch(v -> v.endsWith("labels_used/2=9"));
    assertThat(signatures)
        .isEqualTo(column("SELECT id FROM signature WHERE chain_id = 'batch:' || ?", batch))
        .hasSizeGreaterThan(4);
    assertThat(checks)
        .isEqualTo(
            column(
                """
                SELECT c.code || CASE WHEN c.matched THEN 'true' ELSE 'false' END
                FROM identity_check c JOIN step_run s ON s.id = c.step_run_id
                WHERE s.batch_id = ?\
                """,
                batch));
    var exceptions = new TreeSet<String>();
    json.path("exceptions").forEach(x -> exceptions.add(x.path("id").asString()));
    assertThat(exceptions)
        .isEqualTo(column("SELECT id FROM batch_exception WHERE batch_id = ?", batch));
  }

  private static void values(Set<String> all, JsonNode step, JsonNode p, JsonNode v) {
    all.add(
        step.path("id").asString()
            + "/"
            + p.path("id").asString()
            + "/"
            + v.path("revision").asInt()
            + "="
            + v.path("value").asString());
    v.path("earlier").forEach(e -> values(all, step, p, e));
  }

  /** Every sealed row is there and hashes to its last seal; no row is there without one. */
  private void rowsAreWhatTheTrailSealed(OpenedRecord record, BatchId batch) {
    var sealed = new TreeMap<String, String>();
    var chains =
        List.of(
            "trail/recipe_" + bench.batch(batch).recipeVersion() + ".jsonl",
            "trail/batch_" + batch + ".jsonl");
    for (String chain : chains) {
      for (JsonNode e : record.lines(chain)) {
        JsonNode rows = JSON.readTree(e.path("body").asString()).path("rows");
        for (String row : rows.propertyNames()) sealed.put(row, rows.path(row).asString());
      }
    }
    assertThat(sealed).as("seals").hasSizeGreaterThan(20);
    var found = new TreeMap<String, String>();
    for (String file : record.files.keySet()) {
      if (!file.startsWith("rows/")) continue;
      String table = file.substring(5, file.length() - 6);
      var keys = keysOf(table);
      record
          .text(file)
          .lines()
          .forEach(
              line -> {
                JsonNode row = JSON.readTree(line);
                var key = new ArrayList<String>(List.of(table));
                keys.forEach(k -> key.add(row.path(k).asString()));
                String text = "row/1\n" + table + "\n" + line;
                found.put(
                    String.join("/", key),
                    OpenedRecord.sha256(text.getBytes(StandardCharsets.UTF_8)));
              });
    }
    assertThat(found).isEqualTo(sealed);
  }

  private static List<String> keysOf(String table) {
    return switch (table) {
      case "batch_equipment" -> List.of("batch_id", "role");
      case "batch_disposition" -> List.of("batch_id");
      case "equipment_command" -> List.of("key");
      case "recipe_diagram" -> List.of("recipe_version", "position");
      case "signature_void" -> List.of("signature_id");
      case "unit_procedure_run" -> List.of("batch_id", "unit_procedure");
      default -> List.of("id");
    };
  }

  @Test
  void schemaAndKeyAreThereForWhoeverChecks() throws Exception {
    var seat = desk.logIn("suzuki");
    assertThat(seat.get("/api/record-schema").body().path("$id").asString())
        .isEqualTo("urn:kizuna:batch-record:1");
    assertThat(seat.get("/api/record-keys").body().path("keys").path(0).asString())
        .matches("[\\w.-]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]+=*");
  }
}
