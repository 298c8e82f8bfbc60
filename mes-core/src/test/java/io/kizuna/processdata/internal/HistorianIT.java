package io.kizuna.processdata.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kizuna.equipment.Connection;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.Connections;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.GapClosed;
import io.kizuna.processdata.GapOpened;
import io.kizuna.processdata.IngestReadings.Origin;
import io.kizuna.processdata.Reading;
import io.kizuna.processdata.Reading.Quality;
import io.kizuna.recipe.Source.Statistic;
import io.kizuna.testing.Databases;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ingestion and historian on both databases. */
class HistorianIT {

  private static final EquipmentId BRX = new EquipmentId("BRX-01");
  private static final Instant START = Instant.parse("2026-11-22T00:00:00Z");

  private final List<Object> published = new ArrayList<>();
  private HikariDataSource source;
  private Historian historian;
  private ReadingIngestion ingestion;
  private LatestReadings latest;
  private State connection = State.LIVE;

  private void open(Databases db) {
    source = db.migrated();
    var rows = new ReadingRows(new JdbcTemplate(source));
    var gaps = new GapRows(JdbcClient.create(source), new RecordClock(Clock.systemUTC()));
    var blocks = new ReadingBlockRows(new JdbcTemplate(source), new RecordClock(Clock.systemUTC()));
    latest = new LatestReadings(rows, new NoTags(), new FixedConnection());
    historian = new Historian(rows, gaps, latest, new NoTags());
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
    ingestion = new ReadingIngestion(rows, blocks, gaps, latest, transactions, published::add);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private static Reading reading(String tag, Instant at, int sequence, double value) {
    return new Reading(BRX, tag, value, null, "Cel", Quality.GOOD, 0, at, at, at, sequence);
  }

  private static Reading bad(String tag, Instant at) {
    return new Reading(
        BRX, tag, null, null, "Cel", Quality.BAD, 0x80310000L, at, null, at.plusSeconds(1), 0);
  }

  // R74, RF08: one sample is stored once, however often it is sent.
  @ParameterizedTest
  @EnumSource
  void sameReadingIsStoredOnce(Databases db) {
    open(db);
    var readings =
        List.of(
            reading("T_PV", START, 0, 37), reading("T_PV", START, 1, 37.1), bad("PH_PV", START));
    assertThat(ingestion.ingest(readings)).isEqualTo(3);
    ingestion.ingest(readings);
    ingestion.ingest(readings, Origin.BACKFILL);
    assertThat(historian.raw(BRX, "T_PV", START, START, 10)).hasSize(2);
    assertThat(historian.raw(BRX, "PH_PV", START, START, 10)).hasSize(1);
  }

  // R11, R72: everything that came is kept as it came.
  @ParameterizedTest
  @EnumSource
  void readingComesBackAsItWasReceived(Databases db) {
    open(db);
    var at = Instant.parse("2026-11-22T01:02:03.123456Z");
    var number =
        new Reading(
            BRX,
            "T_PV",
            37.01,
            null,
            "Cel",
            Quality.UNCERTAIN,
            0x408F0000L,
            at,
            at.plusMillis(1),
            at.plusMillis(20),
            0);
    var text = new Reading(BRX, "STATE", null, "Execute", null, Quality.GOOD, 0, at, null, at, 0);
    var broken =
        new Reading(
            BRX, "PH_PV", Double.NaN, null, "[pH]", Quality.BAD, 0x808C0000L, at, null, at, 3);
    ingestion.ingest(List.of(number, text, broken));
    assertThat(historian.raw(BRX, "T_PV", at, at, 10)).containsExactly(number);
    assertThat(historian.raw(BRX, "STATE", at, at, 10)).containsExactly(text);
    assertThat(historian.raw(BRX, "PH_PV", at, at, 10)).containsExactly(broken);
    assertThat(historian.latest(BRX, "T_PV")).contains(number);
  }

  // RF09: a late reading is stored where it belongs and does not become the present value.
  @ParameterizedTest
  @EnumSource
  void lateReadingDoesNotReplaceTheLatest(Databases db) {
    open(db);
    var now = reading("T_PV", START.plusSeconds(60), 0, 37);
    ingestion.ingest(List.of(now));
    ingestion.ingest(List.of(reading("T_PV", START, 0, 30)));
    assertThat(historian.latest(BRX, "T_PV")).contains(now);
    assertThat(historian.raw(BRX, "T_PV", START, START.plusSeconds(60), 10)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void valueIsStaleUnlessItsDeviceIsLive(Databases db) {
    open(db);
    ingestion.ingest(List.of(reading("T_PV", START, 0, 37)));
    assertThat(latest.of(BRX, "T_PV").orElseThrow().stale()).isFalse();
    connection = State.STALE;
    assertThat(latest.of(BRX, "T_PV").orElseThrow().stale()).isTrue();
    assertThat(latest.of(BRX, "NEVER")).isEmpty();
  }

  // R73: a gap is opened once and closed once, with exact bounds, and told once.
  @ParameterizedTest
  @EnumSource
  void gapIsOpenedAndClosedOnce(Databases db) {
    open(db);
    var from = START.plusNanos(123_456_000);
    ingestion.gapOpened(BRX, null, from, "SESSION_INACTIVE");
    ingestion.gapOpened(BRX, null, from.plusSeconds(5), "WATCHDOG");
    ingestion.gapOpened(BRX, "T_PV", from, "Bad_SensorFailure");
    assertThat(historian.gaps(BRX, START, START.plusSeconds(1))).hasSize(2);
    var to = from.plusSeconds(60);
    ingestion.gapClosed(BRX, null, to);
    ingestion.gapClosed(BRX, null, to.plusSeconds(9));
    var gap =
        historian.gaps(BRX, to, to).stream().filter(g -> g.tag() == null).findFirst().orElseThrow();
    assertThat(gap.from()).isEqualTo(from);
    assertThat(gap.to()).isEqualTo(to);
    assertThat(gap.reason()).isEqualTo("SESSION_INACTIVE");
    assertThat(published)
        .containsExactly(
            new GapOpened(BRX, null, from, "SESSION_INACTIVE"),
            new GapOpened(BRX, "T_PV", from, "Bad_SensorFailure"),
            new GapClosed(BRX, null, from, to, "SESSION_INACTIVE"));
    ingestion.gapOpened(BRX, null, to, "SESSION_INACTIVE"); // the next one is another gap
    assertThat(historian.gaps(BRX, START, to.plusSeconds(9))).hasSize(3);
  }

  // C-20 and R11 through the port, decimals out, more readings than one page.
  @ParameterizedTest
  @EnumSource
  void windowReducesStoredReadings(Databases db) {
    open(db);
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < 12_000; i++) {
      readings.add(reading("T_PV", START.plusSeconds(5L * i), 0, i % 2 == 0 ? 36.9 : 37.1));
    }
    ingestion.ingest(readings);
    var to = START.plusSeconds(60_000);
    var mean = window(Statistic.MEAN, START, to);
    assertThat(mean.value()).isEqualByComparingTo("37");
    assertThat(mean.coveragePercent()).isEqualByComparingTo("100.00");
    assertThat(mean.readings()).isEqualTo(12_000);
    assertThat(mean.blockHash()).hasSize(64);
    assertThat(window(Statistic.MIN, START, to).value()).isEqualTo(new BigDecimal("36.9"));
    assertThat(window(Statistic.MAX, START, to).value()).isEqualTo(new BigDecimal("37.1"));
    assertThat(window(Statistic.DURATION, START, to).value()).isEqualByComparingTo("1000");
    assertThat(window(Statistic.MAX, START, to).blockHash()).isEqualTo(mean.blockHash());
    var outside =
        historian.window(
            BRX, "T_PV", Statistic.MINUTES_OUTSIDE, START, to, new BigDecimal("37"), null);
    assertThat(outside.value()).isEqualByComparingTo("500");
    // a gap of 100 s in the middle: not bridged, and the hash of what was read stays the same
    ingestion.gapOpened(BRX, null, START.plusSeconds(600), "SESSION_INACTIVE");
    ingestion.gapClosed(BRX, null, START.plusSeconds(700));
    assertThat(window(Statistic.COVERAGE, START, to).value()).isEqualByComparingTo("99.83");
  }

  private io.kizuna.processdata.ReadHistorian.WindowResult window(
      Statistic statistic, Instant from, Instant to) {
    return historian.window(BRX, "T_PV", statistic, from, to, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void windowWithoutReadingsHasNoValueAndNoCoverage(Databases db) {
    open(db);
    var result = window(Statistic.MEAN, START, START.plusSeconds(10));
    assertThat(result.value()).isNull();
    assertThat(result.coveragePercent()).isEqualByComparingTo("0");
    assertThat(result.readings()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void seriesHasOneBucketPerColumnAndShowsSilence(Databases db) {
    open(db);
    var readings = new ArrayList<Reading>();
    for (int i = 0; i < 100; i++) readings.add(reading("T_PV", START.plusSeconds(i), 0, i));
    readings.add(bad("T_PV", START.plusSeconds(99).plusMillis(500)));
    readings.add(reading("T_PV", START.plusSeconds(999), 0, 5));
    ingestion.ingest(readings);
    var series = historian.series(BRX, "T_PV", START, START.plusSeconds(1000), 100);
    assertThat(series.buckets()).hasSize(11);
    var second = series.buckets().get(1);
    assertThat(second.start()).isEqualTo(START.plusSeconds(10));
    assertThat(second.min()).isEqualTo(10);
    assertThat(second.max()).isEqualTo(19);
    assertThat(second.first()).isEqualTo(10);
    assertThat(second.last()).isEqualTo(19);
    assertThat(series.buckets().get(9).bad()).isEqualTo(1);
    assertThat(series.gaps()).hasSize(1);
    assertThat(series.gaps().get(0).reason()).isEqualTo("SILENCE");
    assertThatThrownBy(() -> historian.series(BRX, "T_PV", START, START.plusSeconds(1), 2_001))
        .isInstanceOf(MesException.class);
  }

  // R74: batches as the adapter's writer sends them; sent again, nothing is stored a second time.
  @ParameterizedTest
  @EnumSource
  void batchesOfTheWriterAreStoredOnce(Databases db) {
    open(db);
    for (int b = 0; b < 10; b++) {
      var readings = new ArrayList<Reading>();
      for (int i = 0; i < 500; i++) {
        readings.add(reading("TAG" + i % 50, START.plusSeconds(b).plusMillis(i), 0, i));
      }
      assertThat(ingestion.ingest(readings)).isEqualTo(500);
      assertThat(ingestion.ingest(readings)).isZero();
    }
  }

  private static final class NoTags implements TagDirectory {
    @Override
    public List<TagDefinition> ofClass(String equipmentClass) {
      return List.of();
    }

    @Override
    public List<TagDefinition> of(EquipmentId equipment) {
      return List.of();
    }

    @Override
    public Optional<TagDefinition> find(EquipmentId equipment, String tag) {
      return Optional.empty();
    }
  }

  private final class FixedConnection implements Connections {
    @Override
    public Connection of(EquipmentId equipment) {
      return new Connection(equipment, connection, START, null, null);
    }

    @Override
    public List<Connection> history(EquipmentId equipment, int limit) {
      return List.of();
    }
  }
}
