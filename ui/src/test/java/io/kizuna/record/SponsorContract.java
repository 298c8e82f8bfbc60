package io.kizuna.record;

import static io.kizuna.record.Bench.SUZUKI;
import static io.kizuna.record.Bench.TANAKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.report.BatchRecord.Copy;
import io.kizuna.web.security.Credentials;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R66, R92: nobody gets what is not theirs, and the copy says what it lacks. */
abstract class SponsorContract extends HandedOver {

  @Autowired Credentials credentials;
  @Autowired People people;

  // What a client reads on the page and in print is what they could take along.
  @Test
  void clientReadsTheSponsorsFormOnThePageToo() throws Exception {
    BatchId batch = golden(bench.order());
    var own = desk.logIn("client-a").get("/api/batches/" + batch + "/record").body();
    assertThat(own.path("copy").asString()).isEqualTo("SPONSOR");
    assertThat(own.toString()).contains("Tanaka Misaki").doesNotContain("\"tanaka\"", "Birch Bio");
    var quality = desk.logIn("suzuki").get("/api/batches/" + batch + "/record").body();
    assertThat(quality.path("copy").asString()).isEqualTo("FULL");
    assertThat(quality.toString()).contains("\"tanaka\"");
  }

  // R66, R92: the golden difference between what quality and what the client gets.
  @Test
  void sponsorsCopyLeavesOutWhatIsNotTheirsAndSaysSo() throws Exception {
    BatchId other = bench.order();
    BatchId batch = golden(other);
    var seat = desk.logIn("client-a");
    var outsider = outsider();
    guess(batch, outsider);
    assertThat(seat.get("/api/batches/" + batch).status()).isEqualTo(200);
    var copy = open(batch, Copy.SPONSOR, CLIENT_A);
    assertThat(copy.faults()).isEmpty();
    assertThat(copy.unlikeTheSchema()).isEmpty();
    assertThat(copy.head("trail/batch_" + batch + ".jsonl")).hasSize(64);
    assertThat(copy.files.keySet()).noneMatch(f -> f.startsWith("rows/"));
    assertThat(copy.json("manifest.json").path("leftOut")).isNotEmpty();
    assertThat(copy.text("README.txt")).contains("Not proved", "証明しない");
    var texts = new StringBuilder();
    copy.files.forEach(
        (path, bytes) -> {
          boolean text = path.endsWith(".jsonl") || path.equals("record.json");
          if (text) texts.append(copy.text(path));
        });
    texts.append(OpenedPdf.text(copy.files.get("record.en.pdf")));
    texts.append(OpenedPdf.text(copy.files.get("record.ja.pdf")));
    String all = texts.toString();
    for (String user : List.of("tanaka", "sato", "suzuki", outsider, "client-b")) {
      assertThat(all).doesNotContainPattern("(?<![A-Za-z])" + user + "(?![A-Za-z])");
    }
    assertThat(all)
        .doesNotContain("Birch Bio", "Rin Outsider", "\"session\"", "\"station\"", "127.0.0.1")
        .doesNotContain(bench.batch(other).number())
        .doesNotContain(bench.batch(other).identity().coi().value());
    assertThat(all)
        .contains("Tanaka Misaki", "田中 美咲", "counted again by P", "labels_used")
        .contains(bench.batch(batch).identity().coi().value(), "[left out / 省略]");
    // The same events, the same hashes: an inspector can lay the two beside each other.
    var full = open(batch, Copy.FULL, SUZUKI);
    assertThat(copy.head("trail/batch_" + batch + ".jsonl"))
        .isEqualTo(full.head("trail/batch_" + batch + ".jsonl"));
    assertThat(full.text("record.json")).contains("\"tanaka\"", "Birch Bio");
  }

  private void guess(BatchId batch, String user) throws Exception {
    credentials.set(new PersonId(user), Desk.PASSWORD);
    assertThat(desk.logIn(user).get("/api/batches/" + batch).status()).isEqualTo(404);
  }

  private String outsider() {
    String user = "o" + UUID.randomUUID().toString().substring(0, 8);
    people.add(
        new Person(
            new PersonId(user),
            Text.same("Rin Outsider"),
            Set.of(Role.CLIENT_READER),
            Set.of("client-b"),
            true),
        SUZUKI);
    return user;
  }

  private static ErrorCode refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(MesException.class, call).code();
  }

  @Test
  void onlyQualityAndTheClientsOwnPeopleGetARecord() throws Exception {
    BatchId batch = bench.order();
    assertThat(refusal(() -> portable.make(batch, Copy.FULL, TANAKA, TOKYO)))
        .isEqualTo(ErrorCode.ROLE_MISSING);
    assertThat(refusal(() -> portable.make(batch, Copy.FULL, CLIENT_A, TOKYO)))
        .isEqualTo(ErrorCode.COPY_NOT_FOR_CLIENT);
    var other = new PersonId(outsider());
    assertThat(refusal(() -> portable.make(batch, Copy.SPONSOR, other, TOKYO)))
        .isEqualTo(ErrorCode.BATCH_UNKNOWN);
    // The refused look is on record, and so is what was handed out: beside the record, not in it.
    var refused = desk.logIn("client-a").get("/api/batches/" + batch + "/portable?copy=full");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("RP-104");
    assertThat(column("SELECT action FROM audit_event WHERE chain_id = 'batch:' || ?", batch))
        .contains("attempt.refused")
        .doesNotContain("record.exported");
    var strange = desk.logIn("suzuki").get("/api/batches/" + batch + "/portable?copy=mine");
    assertThat(strange.status()).isEqualTo(422);
  }
}
