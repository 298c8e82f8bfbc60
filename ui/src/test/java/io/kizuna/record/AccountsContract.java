package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.PersonId;
import io.kizuna.record.Desk.Answer;
import io.kizuna.record.Desk.Seat;
import io.kizuna.web.security.AccessLinks;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts without anybody ever knowing another person's password (R28, R33, R35, R41, R42). */
abstract class AccountsContract extends ServerContract {

  private static final String SECRET = "kettle orbit velvet nine";

  @Autowired Desk desk;
  @Autowired AccessLinks links;
  @Autowired JdbcClient jdbc;

  private static String user() {
    return "p" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static String person(String user, String roles) {
    return """
        {"user":"%s","nameEn":"Abe Ren","nameJa":"阿部 蓮","roles":[%s],"clients":[]}"""
        .formatted(user, roles);
  }

  private static String rights(String roles, boolean active) {
    return """
        {"roles":[%s],"clients":[],"active":%s,"reason":"moved to another team"}"""
        .formatted(roles, active);
  }

  private static String token(Answer answer) {
    String path = answer.body().path("path").asString();
    assertThat(path).as(answer.body().toString()).startsWith("/access#");
    return path.substring("/access#".length());
  }

  private Answer use(String token, String password) throws Exception {
    return desk.send(
        "POST",
        "/api/access-links/uses",
        "{\"token\":\"%s\",\"password\":\"%s\"}".formatted(token, password));
  }

  private Answer logIn(String user, String password) throws Exception {
    return desk.send(
        "POST", "/api/session", "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, password));
  }

  private List<String> trail(String entityId) {
    return jdbc.sql("SELECT action FROM audit_event WHERE entity_id = ? ORDER BY seq")
        .param(entityId)
        .query(String.class)
        .list();
  }

  @Test
  void whoIsAddedSetsTheirOwnPasswordOnce() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    var added = mori.send("POST", "/api/people", person(user, "\"OPERATOR\""));
    assertThat(added.status()).isEqualTo(201);
    assertThat(logIn(user, "anything at all, never set").status()).isEqualTo(401);
    String token = token(added);
    var view = desk.send("POST", "/api/access-links/views", "{\"token\":\"" + token + "\"}");
    assertThat(view.body().at("/person/id").asString()).isEqualTo(user);
    assertThat(use(token, "too short").code()).isEqualTo("SE-010");
    assertThat(use(token, user + user + user).code()).as("the own user id").isEqualTo("SE-010");
    assertThat(use(token, SECRET).status()).isEqualTo(200);
    assertThat(use(token, SECRET).code()).as("a link opens once").isEqualTo("SE-009");
    assertThat(logIn(user, SECRET).status()).isEqualTo(200);
    assertThat(trail(user))
        .containsExactly("person.added", "access-link.issued", "access-link.used", "secret.set");
  }

  // R33: neither token nor password is anywhere but with the person.
  @Test
  void neitherTokenNorPasswordIsKept() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    String token = token(mori.send("POST", "/api/people", person(user, "\"OPERATOR\"")));
    assertThat(use(token, SECRET).status()).isEqualTo(200);
    var kept = mori.get("/api/people").body().toString();
    assertThat(kept).contains(user).doesNotContain(token).doesNotContain("argon2");
    for (String column : List.of("body", "hash")) {
      var found =
          jdbc.sql("SELECT COUNT(*) FROM audit_event WHERE " + column + " LIKE ?")
              .param("%" + SECRET + "%")
              .query(Integer.class)
              .single();
      assertThat(found).isZero();
    }
  }

  @Test
  void aNewLinkEndsTheOneBefore() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    String first = token(mori.send("POST", "/api/people", person(user, "\"PLANNER\"")));
    String second = token(mori.send("POST", "/api/people/" + user + "/links", null));
    assertThat(use(first, SECRET).code()).isEqualTo("SE-009");
    assertThat(use(second, SECRET).status()).isEqualTo(200);
  }

  @Test
  void aLinkIsGoodForADay() throws Exception {
    String user = user();
    String token =
        token(desk.logIn("mori").send("POST", "/api/people", person(user, "\"PLANNER\"")));
    jdbc.sql("UPDATE access_link SET expires_at = CURRENT_TIMESTAMP WHERE person_id = ?")
        .param(user)
        .update();
    assertThat(use(token, SECRET).code()).isEqualTo("SE-009");
    assertThat(use("guessed", SECRET).code()).isEqualTo("SE-009");
  }

  // Of many presses at the same moment one counts.
  @Test
  void aLinkUsedByManyAtOnceSetsOnePassword() throws Exception {
    String user = user();
    String token =
        token(desk.logIn("mori").send("POST", "/api/people", person(user, "\"PLANNER\"")));
    var threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Integer> press = () -> use(token, SECRET).status();
      int good = 0;
      for (var answer : threads.invokeAll(List.of(press, press, press, press))) {
        if (answer.get() == 200) good++;
      }
      assertThat(good).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
    assertThat(logIn(user, SECRET).status()).isEqualTo(200);
  }

  // R28
  @Test
  void aUserIdIsNeverUsedTwice() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    mori.send("POST", "/api/people", person(user, "\"OPERATOR\""));
    mori.send("PUT", "/api/people/" + user, rights("\"OPERATOR\"", false));
    var again = mori.send("POST", "/api/people", person(user, "\"PLANNER\""));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("SE-005");
    var upper = mori.send("POST", "/api/people", person(user.toUpperCase(), "\"PLANNER\""));
    assertThat(upper.code()).as("in capitals it is the same").isEqualTo("SE-005");
  }

  // R42: with the next request, not at the end of the shift.
  @Test
  void whoIsDisabledIsOutAtOnce() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    use(token(mori.send("POST", "/api/people", person(user, "\"PLANNER\""))), SECRET);
    Seat seat = desk.logIn(user, SECRET);
    assertThat(seat.get("/api/orders/options").status()).isEqualTo(200);
    mori.send("PUT", "/api/people/" + user, rights("\"LOGISTICS\"", true));
    assertThat(seat.send("PUT", "/api/orders/" + UUID.randomUUID(), ORDER).code())
        .as("the role is gone")
        .isEqualTo("SE-003");
    mori.send("PUT", "/api/people/" + user, rights("\"PLANNER\"", false));
    var out = seat.get("/api/orders/options");
    assertThat(out.status()).isEqualTo(401);
    assertThat(seat.get("/api/session").status()).isEqualTo(401);
    mori.send("PUT", "/api/people/" + user, rights("\"PLANNER\"", true));
    assertThat(seat.get("/api/session").status()).as("an ended session stays so").isEqualTo(401);
    assertThat(trail(user)).endsWith("person.changed", "person.changed", "person.changed");
  }

  private static final String ORDER =
      """
      {"product":"car-t-lv","client":"client-a","suite":"suite-1","patientToken":"PT-1",
       "bodyWeightKg":"70","equipment":{}}""";

  @Test
  void aNewPasswordEndsTheSessionsOfTheOldOne() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    use(token(mori.send("POST", "/api/people", person(user, "\"PLANNER\""))), SECRET);
    Seat before = desk.logIn(user, SECRET);
    String next = "lemon sofa engine drift";
    use(token(mori.send("POST", "/api/people/" + user + "/links", null)), next);
    assertThat(before.get("/api/session").status()).isEqualTo(401);
    assertThat(logIn(user, SECRET).status()).isEqualTo(401);
    assertThat(desk.logIn(user, next).get("/api/session").status()).isEqualTo(200);
  }

  // R41
  @Test
  void rolesThatMustBeApartAreRefused() throws Exception {
    Seat mori = desk.logIn("mori");
    for (String roles : List.of("\"QA\",\"OPERATOR\"", "\"ADMINISTRATOR\",\"PLANNER\"")) {
      String user = user();
      var answer = mori.send("POST", "/api/people", person(user, roles));
      assertThat(answer.code()).as(roles).isEqualTo("SE-006");
      assertThat(trail(user)).isEmpty();
    }
    var changed = mori.send("PUT", "/api/people/suzuki", rights("\"QA\",\"SUPERVISOR\"", true));
    assertThat(changed.code()).isEqualTo("SE-006");
  }

  @Test
  void nobodyChangesTheirOwnRights() throws Exception {
    var answer =
        desk.logIn("mori").send("PUT", "/api/people/mori", rights("\"ADMINISTRATOR\"", false));
    assertThat(answer.code()).isEqualTo("SE-007");
    assertThat(desk.logIn("mori").get("/api/people").status()).isEqualTo(200);
  }

  // R40, R41: every route of people is for administrators alone.
  @Test
  void othersSeeAndChangeNobody() throws Exception {
    for (String user : Set.of("tanaka", "kobayashi", "suzuki", "yamamoto", "ito", "client-a")) {
      Seat seat = desk.logIn(user);
      String rights = rights("\"OPERATOR\"", false);
      for (var answer :
          List.of(
              seat.get("/api/people"),
              seat.send("POST", "/api/people", person(user(), "\"QA\"")),
              seat.send("PUT", "/api/people/sato", rights),
              seat.send("POST", "/api/people/sato/links", null),
              seat.send("POST", "/api/people/sato/unlocks", "{\"reason\":\"forgotten\"}"))) {
        assertThat(answer.status()).as(user).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("SE-003");
      }
    }
    var nobody = desk.send("POST", "/api/people", person(user(), "\"QA\""));
    assertThat(nobody.status()).isIn(401, 403);
  }

  @Test
  void aLockedAccountIsUnlockedWithAReason() throws Exception {
    Seat mori = desk.logIn("mori");
    String user = user();
    use(token(mori.send("POST", "/api/people", person(user, "\"PLANNER\""))), SECRET);
    for (int i = 0; i < 5; i++) logIn(user, "wrong");
    assertThat(logIn(user, SECRET).code()).isEqualTo("SE-001");
    var unlock = "/api/people/" + user + "/unlocks";
    assertThat(mori.send("POST", unlock, "{\"reason\":\" - \"}").code()).isEqualTo("BR-005");
    var answer = mori.send("POST", unlock, "{\"reason\":\"called, it was the keyboard\"}");
    assertThat(answer.body().path("account").asString()).isEqualTo("READY");
    assertThat(logIn(user, SECRET).status()).isEqualTo(200);
    assertThat(trail(user)).containsSubsequence("account.locked", "account.unlocked");
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    Seat mori = desk.logIn("mori");
    assertThat(mori.send("POST", "/api/people", person("Ab e", "\"QA\"")).code())
        .isEqualTo("IN-001");
    assertThat(mori.send("POST", "/api/people", person(user(), "")).code()).isEqualTo("IN-001");
    var client = person(user(), "\"CLIENT_READER\"").replace("[]", "[\"client-z\"]");
    assertThat(mori.send("POST", "/api/people", client).code()).isEqualTo("IN-001");
    for (var answer :
        List.of(
            mori.send("PUT", "/api/people/nobody", rights("\"QA\"", true)),
            mori.send("POST", "/api/people/nobody/links", null))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.code()).isEqualTo("SE-008");
    }
  }

  // R35: a fresh installation; here beside the people of the tests, because the link alone decides.
  @Test
  void theLinkOfAFreshInstallationMakesOneAdministrator() throws Exception {
    var path = links.issue(null, PersonId.system("set-up")).path();
    String token = path.substring("/access#".length());
    String user = user();
    var body =
        """
        {"token":"%s","password":"%s","administrator":{"user":"%s","nameEn":"Abe","nameJa":"阿部"}}""";
    assertThat(use(token, SECRET).code()).as("without a user id").isEqualTo("IN-001");
    var weak = body.formatted(token, "passwordpassword", user);
    assertThat(desk.send("POST", "/api/access-links/uses", weak).code()).isEqualTo("SE-010");
    var taken = body.formatted(token, SECRET, "tanaka");
    assertThat(desk.send("POST", "/api/access-links/uses", taken).code()).isEqualTo("SE-005");
    var good = body.formatted(token, SECRET, user);
    assertThat(desk.send("POST", "/api/access-links/uses", good).status()).isEqualTo(200);
    assertThat(desk.send("POST", "/api/access-links/uses", good).code()).isEqualTo("SE-009");
    var session = logIn(user, SECRET).body();
    assertThat(session.at("/person/roles/0").asString()).isEqualTo("ADMINISTRATOR");
  }
}
