package io.kizuna.record;

import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.ReadAudit;
import io.kizuna.audit.RecordLook;
import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the audit page asks: filters, pages, the export, and who looked at what (R09, R16). */
abstract class AuditPageContract extends ServerContract {

  private static final String CONFIRM = "up-receipt.user_confirm_order";

  @Autowired Desk desk;
  @Autowired ReadAudit audit;

  private List<JsonNode> all(Desk.Seat seat, String path) throws Exception {
    var events = new ArrayList<JsonNode>();
    String more = "";
    for (int pages = 0; pages < 100; pages++) {
      var answer = seat.get(path + more);
      assertThat(answer.status()).isEqualTo(200);
      answer.body().path("events").forEach(events::add);
      if (!answer.body().has("next")) return events;
      more = "&before=" + answer.body().path("next").asLong();
    }
    throw new IllegalStateException("the trail does not come to its beginning");
  }

  // R09: page by page every entry comes once; a filter leaves out exactly what does not fit.
  @Test
  void pagesAndFiltersTellEveryEntryOnce() throws Exception {
    BatchId batch = bench.order();
    bench.work(batch, CONFIRM);
    var seat = desk.logIn("watanabe");
    String path = "/api/audit?batch=" + batch;
    var stored = audit.entries(Batch.chainOf(batch), 1000);
    assertThat(all(seat, path + "&limit=3"))
        .extracting(e -> e.path("seq").asLong())
        .containsExactlyElementsOf(stored.stream().map(ReadAudit.Entry::seq).toList());
    assertThat(all(seat, path + "&limit=2&person=tanaka"))
        .hasSizeGreaterThan(1)
        .allSatisfy(e -> assertThat(e.at("/actor/id").asString()).isEqualTo("tanaka"))
        .hasSize((int) stored.stream().filter(e -> e.actor().equals(TANAKA.value())).count());
    assertThat(all(seat, path + "&action=step.performed")).hasSize(1);
    assertThat(all(seat, path + "&entity=signature")).hasSize(2);
    assertThat(all(seat, path + "&text=USER_CONFIRM_ORDER")).isNotEmpty();
    assertThat(all(seat, path + "&text=user%25confirm")).as("no pattern of the database").isEmpty();
    var performed = all(seat, path + "&action=step.performed").get(0);
    assertThat(performed.path("roles").toString()).contains("OPERATOR");
    assertThat(performed.path("rows").asInt()).isNotNegative();
    var check = seat.get("/api/audit/chain?batch=" + batch).body();
    assertThat(check.path("valid").asBoolean()).isTrue();
    assertThat(check.path("length").asLong()).isEqualTo(stored.size());
  }

  // R09: the export has as many rows as the trail.
  @Test
  void exportHoldsEveryEntry() throws Exception {
    BatchId batch = bench.order();
    bench.work(batch, CONFIRM);
    long before = audit.check(Batch.chainOf(batch)).length();
    String csv = desk.logIn("watanabe").download("/api/audit.csv?batch=" + batch);
    assertThat(csv).startsWith("\ufeffchain,seq,recordedAt,actor,actorName,roles,session,station");
    assertThat(csv.lines().filter(l -> l.startsWith("batch:" + batch)).count())
        .as("every entry, with this look itself")
        .isEqualTo(before + 1);
    String performed =
        desk.logIn("watanabe").download("/api/audit.csv?action=step.performed&batch=" + batch);
    assertThat(performed.lines().filter(l -> l.startsWith("batch:")).count()).isEqualTo(1);
  }

  private List<ReadAudit.Entry> looks(BatchId batch) {
    return audit.entries(Batch.chainOf(batch), 1000).stream()
        .filter(e -> e.action().equals(RecordLook.ACTION))
        .toList();
  }

  // R16: one event a look, without what was seen; the same again within a minute is counted.
  @Test
  void lookAtTheRecordOfAPatientIsOnRecord() throws Exception {
    BatchId batch = bench.order();
    var seat = desk.logIn("watanabe");
    String path = "/api/batches/" + batch + "/record";
    for (int i = 0; i < 3; i++) assertThat(seat.get(path).status()).isEqualTo(200);
    assertThat(desk.logIn("suzuki").get(path).status()).isEqualTo(200);
    assertThat(looks(batch))
        .extracting(ReadAudit.Entry::actor)
        .containsExactlyInAnyOrder("watanabe", "suzuki");
    assertThat(looks(batch).get(0).body())
        .contains("\"as\":{\"after\":\"record\"}", "\"station\":\"127.0.0.1\"")
        .doesNotContain(bench.batch(batch).patientToken());
  }

  @Test
  void siteTrailIsForQualityAndAdministrators() throws Exception {
    for (String path : List.of("/api/audit", "/api/audit/chain", "/api/audit.csv")) {
      assertThat(desk.logIn("tanaka").get(path).status()).as(path).isEqualTo(403);
    }
    var seat = desk.logIn("watanabe");
    var tags = all(seat, "/api/audit?limit=1000&action=person.added");
    assertThat(tags).isNotEmpty();
    assertThat(Map.of("site", seat.get("/api/audit?limit=5").body().path("events").size()))
        .containsEntry("site", 5);
  }
}
