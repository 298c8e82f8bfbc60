package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.record.Desk.Answer;
import io.kizuna.record.Desk.Seat;
import io.kizuna.retention.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R81: a record is kept as long as the longest law asks, and longer under a legal hold. */
abstract class RetentionContract extends ServerContract {

  private static final Duration DAY = Duration.ofDays(1);

  @Autowired Desk desk;
  @Autowired Retention retention;
  @Autowired RecordClock clock;
  @Autowired JdbcClient jdbc;

  /** The same batch as if it had ended then: the clock of the other tests stays. */
  private static Batch ended(Batch b, Instant at) {
    return new Batch(
        b.id(),
        b.number(),
        b.client(),
        b.suite(),
        b.recipeVersion(),
        b.recipeHash(),
        b.recipe(),
        b.identity(),
        b.patientToken(),
        b.bodyWeightKg(),
        b.equipment(),
        Batch.State.COMPLETE,
        null,
        b.disposition(),
        b.createdAt(),
        at,
        b.disposedAt());
  }

  /** The end of a batch whose record may go {@code after} from now. */
  private Instant endFor(Batch batch, Duration after) {
    var rule = retention.of(batch).rule();
    Instant now = clock.now();
    Instant end = now.minus(Duration.between(now, rule.until(now)));
    for (int i = 0; i < 3; i++) { // calendar years differ in days: come closer
      end = end.plus(Duration.between(rule.until(end), now.plus(after)));
    }
    assertThat(rule.until(end)).isEqualTo(now.plus(after));
    return end;
  }

  // Shelf life and thirty years: the longest of all markets, to the day.
  @Test
  void recordIsDueUntilTheLastDayAndNotAfterIt() {
    Batch batch = bench.batch(bench.order());
    var running = retention.of(batch);
    assertThat(running.retainUntil()).as("counts from the end").isNull();
    assertThat(running.due()).isTrue();
    assertThat(running.rule().years()).isEqualTo(30);
    var before = retention.of(ended(batch, endFor(batch, DAY)));
    assertThat(before.due()).as("day -1").isTrue();
    var after = retention.of(ended(batch, endFor(batch, DAY.negated())));
    assertThat(after.due()).as("day +1").isFalse();
    assertThat(after.retainUntil()).isBefore(clock.now());
  }

  private Answer hold(Seat seat, BatchId batch, String action, String reason) throws Exception {
    return hold(seat, batch, action, reason, reason, UUID.randomUUID());
  }

  private Answer hold(
      Seat seat, BatchId batch, String action, String reason, String sent, UUID request)
      throws Exception {
    String path = "/api/batches/" + batch + "/legal-holds/";
    String body = "{\"action\":\"%s\",\"reason\":\"%s\"}";
    var challenge = seat.send("POST", path + "challenges", body.formatted(action, reason));
    if (challenge.status() != 200) return challenge;
    String signed =
        """
        {"action":"%s","reason":"%s","language":"en",
         "signature":{"challenge":"%s","user":"suzuki","password":"%s"}}\
        """
            .formatted(action, sent, challenge.body().path("id").asString(), Desk.PASSWORD);
    return seat.send("PUT", path + request, signed);
  }

  @Test
  void legalHoldKeepsTheRecordAfterItsTimeUntilItIsLifted() throws Exception {
    BatchId id = bench.order();
    Batch old = ended(bench.batch(id), endFor(bench.batch(id), DAY.negated()));
    Seat suzuki = desk.logIn("suzuki");
    assertThat(hold(suzuki, id, "SET", "court order 2026-17").status()).isEqualTo(204);
    assertThat(retention.of(old).due()).as("day +1 under a hold").isTrue();
    var record = suzuki.get("/api/batches/" + id + "/record").body();
    assertThat(record.at("/retention/legalHold/reason").asString())
        .isEqualTo("court order 2026-17");
    assertThat(record.toString()).contains("legal-hold.set", "LEGAL_HOLD_SET");
    assertThat(hold(suzuki, id, "SET", "once more").code()).isEqualTo("RP-102");
    assertThat(hold(suzuki, id, "LIFTED", "case closed").status()).isEqualTo(204);
    assertThat(retention.of(old).due()).isFalse();
    assertThat(hold(suzuki, id, "LIFTED", "once more").code()).isEqualTo("RP-102");
    var view = suzuki.get("/api/batches/" + id + "/retention").body();
    assertThat(view.path("holds")).hasSize(2);
  }

  // R22, R24: without the role, without a reason, or with another reason than was shown.
  @Test
  void holdThatIsNotQualitysOrNotWhatWasShownIsRefused() throws Exception {
    BatchId id = bench.order();
    assertThat(hold(desk.logIn("tanaka"), id, "SET", "court order").code()).isEqualTo("SE-003");
    Seat suzuki = desk.logIn("suzuki");
    assertThat(hold(suzuki, id, "SET", "no").code()).isEqualTo("BR-005");
    var other = hold(suzuki, id, "SET", "court order", "another reason", UUID.randomUUID());
    assertThat(other.code()).isEqualTo("SG-004");
    assertThat(retention.of(bench.batch(id)).legalHold()).isNull();
  }

  // RF02
  @Test
  void sameRequestTwiceSetsOneHold() throws Exception {
    BatchId id = bench.order();
    Seat suzuki = desk.logIn("suzuki");
    String path = "/api/batches/" + id + "/legal-holds/";
    var challenge =
        suzuki.send("POST", path + "challenges", "{\"action\":\"SET\",\"reason\":\"a claim\"}");
    String body =
        """
        {"action":"SET","reason":"a claim",
         "signature":{"challenge":"%s","user":"suzuki","password":"%s"}}\
        """
            .formatted(challenge.body().path("id").asString(), Desk.PASSWORD);
    UUID request = UUID.randomUUID();
    assertThat(suzuki.send("PUT", path + request, body).status()).isEqualTo(204);
    assertThat(suzuki.send("PUT", path + request, body).status()).isEqualTo(204);
    assertThat(retention.holds(bench.batch(id))).hasSize(1);
  }

  private static String rule(String market, int years) {
    return """
    {"market":"%s","product":"car-t-lv","years":%d,"shelfLifeMonths":24,
     "source":"contract 7","reason":"agreed with the client"}\
    """
        .formatted(market, years);
  }

  @Test
  void ruleBelowTheLawIsRefusedAndAStricterOneIsOnRecord() throws Exception {
    Seat suzuki = desk.logIn("suzuki");
    String path = "/api/retention-rules/";
    var less = suzuki.send("PUT", path + UUID.randomUUID(), rule("EU", 29));
    assertThat(less.code()).isEqualTo("RP-101");
    assertThat(less.body().path("needed").asString()).contains("30 to");
    var planner = desk.logIn("ito").send("PUT", path + UUID.randomUUID(), rule("EU", 40));
    assertThat(planner.code()).isEqualTo("SE-003");
    String market = "M" + UUID.randomUUID().toString().substring(0, 6);
    UUID request = UUID.randomUUID();
    for (int i = 0; i < 2; i++) { // sent twice, set once
      assertThat(suzuki.send("PUT", path + request, rule(market, 31)).status()).isEqualTo(204);
    }
    assertThat(suzuki.send("PUT", path + UUID.randomUUID(), rule(market, 32)).status())
        .isEqualTo(204);
    assertThat(retention.rules())
        .filteredOn(r -> r.market().equals(market))
        .singleElement()
        .satisfies(r -> assertThat(r.years()).isEqualTo(32));
    var bodies =
        jdbc.sql("SELECT body FROM audit_event WHERE entity_id = ? ORDER BY seq")
            .param(market + "/car-t-lv")
            .query(String.class)
            .list();
    assertThat(bodies).hasSize(2);
    assertThat(bodies.get(1)).contains("\"years\":{\"after\":\"32\",\"before\":\"31\"}");
    // With 24 months of shelf life 32 years are less than 30 after ten years: still the longest
    // law.
    assertThat(retention.of(bench.batch(bench.order())).rule().market()).isNotEqualTo(market);
  }

  // R14, R81: not by the product, not by its log-in to the database, on no day.
  @Test
  void noPathRemovesARecord() throws Exception {
    BatchId id = bench.order();
    Seat suzuki = desk.logIn("suzuki");
    assertThat(suzuki.send("DELETE", "/api/batches/" + id, null).status()).isBetween(400, 499);
    for (String table : new String[] {"batch", "signature", "audit_event", "legal_hold"}) {
      hold(suzuki, id, "SET", "so that there is a row");
      assertThatThrownBy(() -> jdbc.sql("DELETE FROM " + table).update())
          .hasMessageContaining("append-only");
    }
  }
}
