package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.ReadAudit;
import io.kizuna.audit.RecordRefusal;
import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R04, R16: who tried what he may not is on record, where the one who judges the batch looks. */
abstract class RefusedAttemptsContract extends ServerContract {

  private static final String CONFIRM = "up-receipt.user_confirm_order";

  @Autowired Desk desk;
  @Autowired ReadAudit audit;

  private List<ReadAudit.Entry> refusals(String chain) {
    return audit.entries(chain, 1000).stream()
        .filter(e -> e.action().equals(RecordRefusal.ACTION))
        .toList();
  }

  private static String hold(BatchId batch) {
    return "/api/batches/" + batch + "/holds/" + UUID.randomUUID();
  }

  @Test
  void refusedDeedIsInTheBatchsOwnChain() throws Exception {
    BatchId batch = bench.order();
    String path = "/api/batches/" + batch + "/steps/" + CONFIRM + "/completions/";
    String body =
        "{\"coi\":\"%s\",\"revision\":0,\"values\":{}}"
            .formatted(bench.batch(batch).identity().coi());
    var answer = desk.logIn("suzuki").send("PUT", path + UUID.randomUUID(), body);
    assertThat(answer.status()).isEqualTo(403);
    var refusals = refusals(Batch.chainOf(batch));
    assertThat(refusals).hasSize(1);
    var event = refusals.get(0);
    assertThat(event.actor()).isEqualTo("suzuki");
    assertThat(event.entity()).isEqualTo("step");
    assertThat(event.entityId()).isEqualTo(CONFIRM);
    assertThat(event.body())
        .contains("BR-003", "PUT /api/batches/{batch}/steps/{step}/completions/{requestId}");
    assertThat(audit.check(Batch.chainOf(batch)).valid()).isTrue();
    // Quality sees it on the batch's audit page, and it is part of the record.
    var seat = desk.logIn("watanabe");
    assertThat(seat.get("/api/audit?batch=" + batch).body().toString())
        .contains(RecordRefusal.ACTION);
    var trail = seat.get("/api/batches/" + batch + "/record").body().path("auditTrail");
    assertThat(trail.toString()).contains(RecordRefusal.ACTION, "BR-003");
  }

  @Test
  void sameRefusalAgainIsCountedNotPiledUp() throws Exception {
    BatchId batch = bench.order();
    var seat = desk.logIn("tanaka");
    for (int i = 0; i < 20; i++) {
      assertThat(seat.send("PUT", hold(batch), "{\"reason\":\"no\"}").status()).isBetween(400, 499);
    }
    assertThat(refusals(Batch.chainOf(batch))).hasSize(1);
  }

  // R33: neither the secret nor what stood beside it.
  @Test
  void refusedSignatureIsRecordedWithoutTheSecret() throws Exception {
    BatchId batch = bench.order();
    String body =
        """
        {"reason": "back to work", "signature":
          {"challenge": "%s", "user": "suzuki", "password": "not-the-password"}}\
        """
            .formatted(UUID.randomUUID());
    var answer =
        desk.logIn("suzuki")
            .send("PUT", "/api/batches/" + batch + "/resumptions/" + UUID.randomUUID(), body);
    assertThat(answer.code()).isEqualTo("SG-001");
    var refusals = refusals(Batch.chainOf(batch));
    assertThat(refusals).hasSize(1);
    assertThat(refusals.get(0).body()).contains("SG-001").doesNotContain("not-the-password");
  }

  // R16, R66: a look at another client's batch is on record too; the looker learns nothing.
  @Test
  void lookAtWhatIsNotForThemIsOnRecord() throws Exception {
    BatchId unknown = new BatchId(UUID.randomUUID());
    var answer = desk.logIn("client-a").get("/api/batches/" + unknown);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(refusals("site"))
        .anyMatch(e -> e.actor().equals("client-a") && e.entityId().equals(unknown.toString()));
    assertThat(audit.check(Batch.chainOf(unknown)).length()).as("no chain of guesses").isZero();
  }

  @Test
  void refusedOrderRecipeAndTrustAreInTheSitesChain() throws Exception {
    var seat = desk.logIn("sato");
    String order =
        """
        {"product": "car-t-lv", "client": "client-a", "suite": "suite-1", "patientToken": "PT-1",
          "bodyWeightKg": "70", "equipment": {}}\
        """;
    seat.send("PUT", "/api/orders/" + UUID.randomUUID(), order);
    seat.send("POST", "/api/equipment/trust", "{\"thumbprint\":\"" + "0".repeat(40) + "\"}");
    seat.send("POST", "/api/recipes/" + UUID.randomUUID() + "/challenges", null);
    assertThat(refusals("site"))
        .filteredOn(e -> e.actor().equals("sato"))
        .extracting(ReadAudit.Entry::entity)
        .contains("orders", "equipment", "recipe");
  }

  // Typing ahead is not an attempt: pages ask for evaluations by themselves.
  @Test
  void evaluationOfHalfTypedValuesIsNoAttempt() throws Exception {
    BatchId batch = bench.order();
    var seat = desk.logIn("tanaka");
    String path = "/api/batches/" + batch + "/steps/up-receipt.user_reserve_slot/evaluations";
    assertThat(seat.send("POST", path, "{}").status()).isEqualTo(409);
    assertThat(refusals(Batch.chainOf(batch))).isEmpty();
  }
}
