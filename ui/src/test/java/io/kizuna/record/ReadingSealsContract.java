package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.SealReadings;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.MerkleTree;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Readings of a batch are sealed into its chain, in blocks of a channel and minute (D.4.6). */
abstract class ReadingSealsContract extends ServerContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired IngestReadings ingest;
  @Autowired SealReadings seals;
  @Autowired ReadAudit audit;
  @Autowired RecordClock recordClock;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;

  private record Block(String tag, Instant minute, int version, int readings, String hash) {}

  private static Reading reading(
      EquipmentId unit, String tag, Instant at, int sequence, double value) {
    return new Reading(
        unit, tag, value, null, "Cel", Quality.GOOD, 0, at, at, at.plusMillis(250), sequence);
  }

  /** The first whole minute after now: a batch ordered now is under way in it. */
  private Instant minute() {
    return recordClock.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
  }

  private List<Block> blocks(BatchId batch) {
    return jdbc.sql(
            """
            SELECT tag, "minute" AS at_minute, version, readings, hash FROM reading_block
            WHERE batch_id = ? ORDER BY equipment_id, tag, "minute", version
            """)
        .param(batch.value())
        .query(
            (rs, n) ->
                new Block(
                    rs.getString("tag"),
                    SqlTime.get(rs, "at_minute"),
                    rs.getInt("version"),
                    rs.getInt("readings"),
                    rs.getString("hash")))
        .list();
  }

  private List<JsonNode> events(BatchId batch) {
    return audit.entries(Batch.chainOf(batch), 1000).stream()
        .filter(e -> e.action().equals("readings.sealed"))
        .map(e -> JSON.readTree(e.body()))
        .toList();
  }

  // The lines are written out as the format promises them to a third party.
  @Test
  void blockIsOverTheReadingsOfOneMinuteAndTheEventOverTheBlocks() {
    EquipmentId unit = bench.newBioreactor();
    BatchId batch = bench.order(unit);
    Instant t = minute();
    ingest.ingest(
        List.of(
            reading(unit, "T_PV", t.plusMillis(500), 0, 37.1),
            reading(unit, "T_PV", t, 1, -0.5),
            new Reading(
                unit,
                "STATE",
                null,
                "Execute | \"絆\"\u0001",
                null,
                Quality.BAD,
                0x80310000L,
                t.plusSeconds(59),
                null,
                t.plusSeconds(60),
                0),
            reading(unit, "T_PV", t.plusSeconds(60), 0, 37.2),
            reading(unit, "T_PV", t.minusSeconds(3600), 0, 1),
            reading(new EquipmentId("BRX-99"), "T_PV", t, 0, 2)));
    clock.advance(Duration.between(recordClock.now(), t.plusSeconds(130)));
    seals.upToNow(batch);
    var blocks = blocks(batch);
    String temperature =
        "block/1\n"
            + unit.value()
            + "/T_PV\n"
            + SqlTime.text(t)
            + "\n"
            + line(t, "1|bfe0000000000000||\"Cel\"|0|0|", t)
            + line(t.plusMillis(500), "0|40428ccccccccccd||\"Cel\"|0|0|", t.plusMillis(500));
    String state =
        "block/1\n"
            + unit.value()
            + "/STATE\n"
            + SqlTime.text(t)
            + "\n"
            + SqlTime.text(t.plusSeconds(59))
            + "|0||\"Execute | \\\"絆\\\"\\u0001\"||2|2150694912||"
            + SqlTime.text(t.plusSeconds(60))
            + "|0\n";
    assertThat(blocks).extracting(Block::tag).containsExactly("STATE", "T_PV", "T_PV");
    assertThat(blocks.get(0).hash()).isEqualTo(Digest.sha256(state));
    assertThat(blocks.get(1).hash()).isEqualTo(Digest.sha256(temperature));
    assertThat(blocks.get(1).readings()).isEqualTo(2);
    assertThat(blocks.get(2).minute()).isEqualTo(t.plusSeconds(60));
    var leaves = blocks.stream().map(b -> HexFormat.of().parseHex(b.hash())).toList();
    assertThat(events(batch)).hasSize(1);
    var changes = events(batch).get(0).path("changes");
    assertThat(changes.at("/blocks/after").asString()).isEqualTo("3");
    assertThat(changes.at("/from/after").asString()).isEqualTo(t.toString());
    assertThat(changes.at("/to/after").asString()).isEqualTo(t.plusSeconds(60).toString());
    assertThat(changes.at("/root/after").asString())
        .isEqualTo(HexFormat.of().formatHex(MerkleTree.root(leaves)));
    assertThat(changes.has("late")).isFalse();
    seals.upToNow(batch);
    assertThat(events(batch)).as("nothing new, no event").hasSize(1);
  }

  private static String line(Instant at, String middle, Instant server) {
    return SqlTime.text(at)
        + "|"
        + middle
        + SqlTime.text(server)
        + "|"
        + SqlTime.text(at.plusMillis(250))
        + "|0\n";
  }

  // RF09: what comes late does not change what was sealed: it makes the next version, and shows.
  @Test
  void lateReadingMakesTheNextVersionOfItsMinute() {
    EquipmentId unit = bench.newBioreactor();
    BatchId batch = bench.order(unit);
    Instant t = minute();
    ingest.ingest(List.of(reading(unit, "T_PV", t, 0, 37)));
    clock.advance(Duration.between(recordClock.now(), t.plusSeconds(70)));
    seals.upToNow(batch);
    ingest.ingest(List.of(reading(unit, "T_PV", t.plusSeconds(1), 0, 37)));
    ingest.ingest(List.of(reading(unit, "T_PV", t.plusSeconds(1), 0, 37))); // the same again
    seals.look();
    seals.look();
    assertThat(blocks(batch)).extracting(Block::version).containsExactly(1, 2);
    assertThat(blocks(batch)).extracting(Block::readings).containsExactly(1, 2);
    var late = events(batch).get(0);
    assertThat(late.at("/changes/late/after").asString()).isEqualTo("1");
    assertThat(late.path("reason").asString()).isNotEmpty();
    assertThat(jdbc.sql("SELECT COUNT(*) FROM late_reading").query(Integer.class).single())
        .isZero();
    bench.abort(batch);
    clock.advance(Duration.ofMinutes(5));
    seals.upToNow(batch);
    ingest.ingest(List.of(reading(unit, "T_PV", t.plusSeconds(2), 0, 37)));
    seals.look();
    assertThat(blocks(batch)).as("also after its end").extracting(Block::version).hasSize(3);
  }

  // A look seals what the one before it saw to be over: what is being stored meanwhile is not lost.
  @Test
  void lookSealsWhatWasOverAtTheLookBefore() {
    EquipmentId unit = bench.newBioreactor();
    BatchId batch = bench.order(unit);
    Instant t = minute();
    ingest.ingest(List.of(reading(unit, "T_PV", t, 0, 37)));
    clock.advance(Duration.between(recordClock.now(), t.plusSeconds(200)));
    seals.look();
    assertThat(blocks(batch)).isEmpty();
    ingest.ingest(List.of(reading(unit, "T_PV", t.plusSeconds(1), 0, 37)));
    seals.look();
    assertThat(blocks(batch)).extracting(Block::version).containsExactly(1);
    assertThat(blocks(batch)).extracting(Block::readings).containsExactly(2);
  }

  // At 2000 times the speed of life a look every five seconds meets some 170 minutes of each unit.
  @Test
  void looksKeepUpWithAFastPlant() {
    EquipmentId unit = bench.newBioreactor();
    BatchId batch = bench.order(unit);
    Instant t = minute();
    var readings = new ArrayList<Reading>();
    for (int m = 0; m < 720; m++) {
      for (int tag = 0; tag < 28; tag++) {
        readings.add(reading(unit, "TAG_" + tag, t.plusSeconds(60L * m), 0, m));
      }
    }
    ingest.ingest(readings);
    clock.advance(Duration.ofHours(13));
    seals.look();
    long began = System.nanoTime();
    seals.look(); // twelve hours from the order on
    seals.look(); // and the rest
    long ms = (System.nanoTime() - began) / 1_000_000;
    assertThat(blocks(batch)).hasSize(720 * 28);
    System.out.printf("sealed %d blocks in %d ms%n", 720 * 28, ms);
    assertThat(ms).as("12 h of a unit, in ms; at 2000x they last 21.6 s").isLessThan(20_000);
  }
}
