package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import io.kizuna.notary.Checkpoint;
import io.kizuna.notary.SignedNote;
import io.kizuna.notary.VerifierKey;
import io.kizuna.record.Desk.Answer;
import io.kizuna.record.Desk.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** R06, R08, RF21: the server seals by itself through a notary behind its own door. */
abstract class SealedTrailContract extends ServerContract {

  private static final String CHECKPOINT = "/api/trail/checkpoint";
  private static final String REASON = "disk of the database server replaced";

  @Autowired Desk desk;
  @Autowired ReadAudit audit;
  @Autowired JdbcClient jdbc;

  /** Lets whoever owns the database do what it refuses to everybody else. */
  abstract void asOwner(String table, String sql);

  private static JsonNode await(Seat seat, String path, Predicate<JsonNode> wanted)
      throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (true) {
      JsonNode body = seat.get(path).body();
      if (wanted.test(body)) return body;
      assertThat(Instant.now()).as(body.toString()).isBefore(end);
      Thread.sleep(50);
    }
  }

  private static boolean isWhole(JsonNode c) {
    return c.path("waitingEvents").asLong() == 0
        && c.path("alarms").isEmpty()
        && c.path("logSize").asLong() > 0
        && c.at("/checkpoint/size").asLong() == c.path("logSize").asLong();
  }

  /** Everything is sealed, and was still when several passes were over. */
  private static JsonNode sealed(Seat seat) throws Exception {
    while (true) {
      JsonNode first = await(seat, CHECKPOINT, SealedTrailContract::isWhole);
      Thread.sleep(1000);
      JsonNode then = seat.get(CHECKPOINT).body();
      if (isWhole(then) && then.path("logSize").equals(first.path("logSize"))) return then;
    }
  }

  // What QA takes along is checked with the public key alone.
  @Test
  void qaTakesTheNoteAndTheKeyAlong() throws Exception {
    bench.order();
    Seat qa = desk.logIn("suzuki");
    JsonNode view = sealed(qa);
    assertThat(view.path("on").asBoolean()).isTrue();
    var key = VerifierKey.parse(qa.download("/api/trail/keys"));
    var note = SignedNote.parse(qa.download(CHECKPOINT + "/note"));
    assertThat(note.isSignedBy(key)).isTrue();
    var c = Checkpoint.parse(note.text());
    assertThat(c.origin()).isEqualTo("test.example/trail");
    assertThat(view.at("/keys/0/verifierKey").asString()).isEqualTo(key.toString());
    assertThat(view.at("/notary/answer").asString()).isEqualTo("signed");
    assertThat(c.size()).isGreaterThanOrEqualTo(view.at("/checkpoint/size").asLong());
    assertThat(view.at("/anchor/root").asString()).hasSize(64);
  }

  @Test
  void whoHasNotTheRoleSeesNoCheckpoint() throws Exception {
    for (String user : List.of("mori", "client-a")) {
      assertThat(desk.logIn(user).get(CHECKPOINT).status()).as(user).isEqualTo(200);
    }
    for (String path : List.of(CHECKPOINT, CHECKPOINT + "/note", "/api/trail/keys")) {
      assertThat(desk.logIn("tanaka").get(path).code()).as(path).isEqualTo("SE-003");
    }
  }

  // D.4.9 d: the root on the printed record is an anchor nobody in the house can change.
  @Test
  void recordNamesTheCheckpointThatCoversIt() throws Exception {
    BatchId batch = bench.order();
    Seat qa = desk.logIn("suzuki");
    JsonNode body =
        await(
            qa,
            "/api/batches/" + batch + "/record",
            r -> r.at("/trail/chainSeq").asLong() == r.at("/auditTrail/length").asLong());
    JsonNode trail = body.path("trail");
    // not the head of now: this very look is on record behind it
    assertThat(trail.path("chainHead").asString())
        .isEqualTo(
            jdbc.sql("SELECT hash FROM audit_event WHERE chain_id = ? AND seq = ?")
                .params(Batch.chainOf(batch), trail.path("chainSeq").asLong())
                .query(String.class)
                .single());
    String root =
        jdbc.sql("SELECT root FROM checkpoint WHERE epoch = ? AND size = ?")
            .params(trail.path("epoch").asLong(), trail.path("size").asLong())
            .query(String.class)
            .single();
    assertThat(trail.path("root").asString()).isEqualTo(root);
  }

  private Answer begin(Seat seat, UUID request, String challenge, String user) throws Exception {
    String signature =
        "{\"challenge\":\"%s\",\"user\":\"%s\",\"password\":\"%s\"}"
            .formatted(challenge, user, Desk.PASSWORD);
    return seat.send(
        "PUT",
        "/api/trail/epochs/" + request,
        "{\"reason\":\"%s\",\"signature\":%s}".formatted(REASON, signature));
  }

  private static Answer challenge(Seat seat) throws Exception {
    return seat.send("POST", "/api/trail/epochs/challenges", "{\"reason\":\"" + REASON + "\"}");
  }

  @Test
  void noNewEpochWhileTheLogGoesOn() throws Exception {
    Seat qa = desk.logIn("suzuki");
    sealed(qa);
    assertThat(challenge(qa).code()).isEqualTo("AU-201");
    assertThat(challenge(desk.logIn("mori")).code()).isEqualTo("SE-003");
    var blank = qa.send("POST", "/api/trail/epochs/challenges", "{\"reason\":\" \"}");
    assertThat(blank.status()).isEqualTo(422);
  }

  // RF21: an older state is found, the missing range is exact, QA signs, the log begins again.
  @Test
  void olderStateIsFoundAndQaBeginsANewEpoch() throws Exception {
    bench.order();
    Seat qa = desk.logIn("suzuki");
    JsonNode before = sealed(qa);
    long epoch = before.at("/checkpoint/epoch").asLong();
    long size = before.at("/checkpoint/size").asLong();
    String root = before.at("/checkpoint/root").asString();
    String newer = " WHERE epoch = " + epoch + " AND ";
    asOwner(
        "checkpoint_leaf", "DELETE FROM checkpoint_leaf" + newer + "leaf_index >= " + (size - 2));
    asOwner("checkpoint", "DELETE FROM checkpoint" + newer + "size > " + (size - 2));

    JsonNode found = await(qa, CHECKPOINT, c -> c.path("epochNeeded").asBoolean());
    assertThat(found.at("/alarms/0/fault").asString()).isEqualTo("ROLLED_BACK");
    assertThat(found.at("/alarms/0/found").asString())
        .isEqualTo(
            "%d leaves; missing are leaves %d to %d (2)".formatted(size - 2, size - 2, size - 1));
    assertThat(found.at("/alarms/0/needed").asString()).contains(root);
    assertThat(found.path("logSize").asLong()).isEqualTo(size - 2);

    var shown = challenge(qa).body();
    assertThat(shown.at("/shown/missing").asString()).isEqualTo((size - 2) + "-" + (size - 1));
    assertThat(shown.at("/shown/anchoredRoot").asString()).isEqualTo(root);
    String challenge = shown.path("id").asString();
    UUID request = UUID.randomUUID();
    assertThat(begin(qa, request, challenge, "tanaka").code()).isEqualTo("SE-003");
    var begun = begin(qa, request, challenge, "suzuki");
    assertThat(begun.status()).as(begun.body().toString()).isEqualTo(200);
    assertThat(begun.body().path("epoch").asLong()).isEqualTo(epoch + 1);
    assertThat(begin(qa, request, challenge, "suzuki").body()).isEqualTo(begun.body());

    JsonNode after =
        await(qa, CHECKPOINT, c -> isWhole(c) && c.at("/checkpoint/epoch").asLong() == epoch + 1);
    assertThat(after.path("epochNeeded").asBoolean()).isFalse();
    var note = SignedNote.parse(qa.download(CHECKPOINT + "/note"));
    assertThat(Checkpoint.parse(note.text()).epoch()).isEqualTo(epoch + 1);
    assertThat(audit.entries("site", 50))
        .anySatisfy(
            e -> {
              assertThat(e.action()).isEqualTo("trail.restored");
              assertThat(e.actor()).isEqualTo("suzuki");
              assertThat(e.body()).contains(REASON, root, "\"signature\":\"");
            })
        .anySatisfy(e -> assertThat(e.action()).isEqualTo("trail.alarm-raised"))
        .anySatisfy(e -> assertThat(e.action()).isEqualTo("trail.alarm-ended"));
  }
}
