package io.kizuna.simulator.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.simulator.crew.Mes.Entries;
import io.kizuna.simulator.crew.Mes.StepRef;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client part against a small server that misbehaves as networks and sessions do. */
class MesSessionTest {
  private final FakeMes mes;
  private final Timings timings = new Timings();
  private final MesSession tanaka;

  MesSessionTest() throws IOException {
    mes = new FakeMes();
    tanaka = new MesSession(mes.url(), "tanaka", "right", timings);
  }

  @AfterEach
  void stop() {
    mes.close();
  }

  @Test
  void writesCarryTheCsrfTokenAndTheCookieOfTheSession() {
    tanaka.logIn();
    tanaka.put("x", "/api/x/1", Json.object());
    var write = mes.to("/api/x/1").get(0);
    assertThat(write.csrf()).isEqualTo("t1");
    assertThat(write.cookie()).contains("s1");
    assertThat(tanaka.has("LOGISTICS")).isTrue();
    assertThat(tanaka.has("QA")).isFalse();
  }

  @Test
  void aWrongPasswordIsRefusedWithTheCodeOfTheSystem() {
    var stranger = new MesSession(mes.url(), "tanaka", "wrong", timings);
    assertThatThrownBy(stranger::logIn)
        .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code).isEqualTo("SG-001"));
  }

  @Test
  void anEndedSessionIsRenewedOnceAndTheRequestSentAgain() {
    tanaka.logIn();
    mes.sessionsEnded = 1;
    tanaka.put("x", "/api/x/1", Json.object());
    assertThat(mes.to("/api/x/1")).hasSize(2);
    assertThat(mes.to("/api/x/1").get(1).csrf()).isEqualTo("t2");
  }

  @Test
  void aProblemDocumentSaysWhatIsWrongWithEveryField() {
    mes.statuses.put("/api/x", 422);
    mes.answers.put(
        "/api/x",
        """
        {"title":"VALUE_MISSING","status":422,"code":"BR-002","rule":"Two faults.",
         "faults":[{"parameter":"vcd","code":"BR-002","rule":"The value is needed."},
                   {"scan":"bag","code":"ID-002","rule":"Its label must be scanned.",
                    "needed":"A9997/bag"}]}
        """);
    assertThatThrownBy(() -> tanaka.get("x", "/api/x"))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.codes()).containsExactly("BR-002", "BR-002", "ID-002");
              assertThat(r.said()).contains("vcd: BR-002", "bag: ID-002", "needed: A9997/bag");
            });
  }

  // F: each write carries a client-made request id: sent twice, recorded once
  @Test
  void aLostAnswerIsAskedForAgainWithTheSameRequestIdAndTheSameBody() {
    tanaka.logIn();
    var step = new StepRef("b", "up-x.user_y~2");
    UUID requestId = UUID.randomUUID();
    String path = "/api/batches/b/steps/up-x.user_y~2/completions/" + requestId;
    mes.lost.put(path, 2);
    mes.answers.put(path, "{\"state\":\"COMPLETE\"}");
    var entries = new Entries("coi", 0, Map.of("vcd", "1.20"), Map.of());
    var answer = Mes.complete(tanaka, step, requestId, entries, null, null);
    assertThat(Json.text(answer, "state")).isEqualTo("COMPLETE");
    assertThat(mes.to(path)).hasSize(3);
    assertThat(mes.to(path))
        .extracting(FakeMes.Received::body)
        .containsOnly(mes.to(path).get(0).body());
    assertThat(timings.lostAnswers()).isEqualTo(2);
  }

  @Test
  void aPostThatRecordsIsNeverSentTwice() {
    tanaka.logIn();
    mes.lost.put("/api/x", 1);
    assertThatThrownBy(() -> tanaka.post("x", "/api/x", Json.object()))
        .isInstanceOf(NoAnswer.class);
    assertThat(mes.to("/api/x")).hasSize(1);
  }
}
