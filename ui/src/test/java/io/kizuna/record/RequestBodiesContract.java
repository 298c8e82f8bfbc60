package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.record.Desk.Answer;
import io.kizuna.record.Desk.Seat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * T: whoever goes round the pages and sends anything at all gets an answer in the documented form,
 * and the server never fails. Walks every write route there is: a new one is tried too.
 */
abstract class RequestBodiesContract extends ServerContract {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LONG = "x".repeat(20_000);

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired Desk desk;

  /** One route that writes. */
  record Route(RequestMethod method, String pattern, List<Class<?>> bodies) {
    String path(String batch) {
      return pattern
          .replace("{batch}", batch)
          .replace("{step}", "up-receipt.user_confirm_order")
          .replace(
              "{id}", pattern.startsWith("/api/batches") ? batch : UUID.randomUUID().toString())
          .replace("{requestId}", UUID.randomUUID().toString());
    }
  }

  private List<Route> routes() {
    var routes = new ArrayList<Route>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              for (var method : info.getMethodsCondition().getMethods()) {
                for (String pattern : info.getPatternValues()) {
                  if (method != RequestMethod.GET && pattern.startsWith("/api/")) {
                    routes.add(new Route(method, pattern, bodies(handler)));
                  }
                }
              }
            });
    return routes;
  }

  private static List<Class<?>> bodies(HandlerMethod handler) {
    var bodies = new ArrayList<Class<?>>();
    Arrays.stream(handler.getMethodParameters())
        .filter(p -> p.hasParameterAnnotation(RequestBody.class))
        .map(MethodParameter::getParameterType)
        .forEach(bodies::add);
    return bodies;
  }

  /** Bodies of this record in which one field is of another kind, too long, or too large. */
  private static List<String> wrong(Class<?> type) {
    var wrong = new ArrayList<String>();
    for (Object value :
        new Object[] {12.5, -1, true, List.of(), Map.of(), Map.of("x", 1), LONG, "\0", "\ud800"}) {
      var body = new LinkedHashMap<String, Object>();
      for (var component : type.getRecordComponents()) body.put(component.getName(), value);
      wrong.add(JSON.writeValueAsString(body));
    }
    return wrong;
  }

  private static void assertProblem(String what, Answer answer) {
    assertThat(answer.status()).as("%s -> %s", what, answer.body()).isBetween(400, 499);
    assertThat(answer.isProblem()).as("%s -> problem, %s", what, answer.type()).isTrue();
    assertThat(answer.code()).as("%s -> code, %s", what, answer.body()).isNotEmpty();
  }

  @Test
  void everyWriteRouteAnswersAnythingWithAProblemDocument() throws Exception {
    String batch = bench.order().toString();
    var routes = routes();
    assertThat(routes).as("write routes").hasSizeGreaterThan(20);
    Seat seat = desk.logIn("tanaka");
    int sent = 0;
    for (Route route : routes) {
      for (Class<?> body : route.bodies()) {
        assertThat(body.isRecord()).as("body of %s", route.pattern()).isTrue();
        var bad =
            new ArrayList<>(
                List.of("null", "[]", "7", "\"\"", "", "{", "{}x", "{\"a\":1,\"a\":2}"));
        bad.addAll(wrong(body));
        for (String text : bad) {
          Answer answer = seat.send(route.method().name(), route.path(batch), text);
          // Typing ahead with no value yet is what evaluations are for.
          if (answer.status() == 200 && route.pattern().endsWith("/evaluations")) continue;
          assertProblem(route.method() + " " + route.pattern() + " " + cut(text), answer);
          sent++;
        }
      }
    }
    assertThat(sent).isGreaterThan(200);
  }

  private static String cut(String text) {
    return text.length() > 200 ? text.substring(0, 200) + "..." : text;
  }

  // R25, R40: every field that must be there is named at once, so that nobody has to guess.
  @Test
  void missingFieldsAreNamedAllAtOnce() throws Exception {
    String batch = bench.order().toString();
    Seat seat = desk.logIn("tanaka");
    String step = "/api/batches/" + batch + "/steps/up-receipt.user_confirm_order/";
    var completion = seat.send("PUT", step + "completions/" + UUID.randomUUID(), "{}");
    assertThat(fields(completion)).containsExactly("coi", "revision");
    var signed =
        seat.send(
            "PUT",
            step + "completions/" + UUID.randomUUID(),
            """
            {"coi": 7, "revision": "1", "values": {"weight": 70}, "signature": {"user": null}}\
            """);
    assertThat(fields(signed))
        .containsExactly(
            "coi",
            "revision",
            "values.weight",
            "signature.challenge",
            "signature.user",
            "signature.password");
    assertThat(signed.status()).isEqualTo(422);
    assertThat(signed.code()).isEqualTo("IN-001");
    var verification = seat.send("PUT", step + "verifications/" + UUID.randomUUID(), "{}");
    assertThat(fields(verification)).containsExactly("coi", "revision", "signature");
    var correction = seat.send("PUT", step + "corrections/" + UUID.randomUUID(), "{}");
    assertThat(fields(correction))
        .containsExactly("coi", "revision", "parameter", "value", "reason", "signature");
    assertThat(fields(seat.send("POST", step + "challenges", "{\"purpose\":\"DANCE\"}")))
        .containsExactly("purpose");
    assertThat(fields(seat.send("POST", step + "identity-checks", "{\"code\":\"  \"}")))
        .containsExactly("scan", "code");
    assertThat(fields(desk.logIn("ito").send("PUT", "/api/orders/" + UUID.randomUUID(), "{}")))
        .containsExactly("product", "client", "suite", "patientToken", "bodyWeightKg", "equipment");
    assertThat(fields(desk.send("POST", "/api/session", "{\"user\":\"tanaka\"}")))
        .containsExactly("password");
  }

  private static List<String> fields(Answer answer) {
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(422);
    return answer.body().path("faults").valueStream().map(f -> f.path("field").asString()).toList();
  }

  // R33: what was sent in the wrong place may be a secret; the answer never repeats it.
  @Test
  void answerNeverRepeatsWhatWasSent() throws Exception {
    var answer = desk.send("POST", "/api/session", "{\"user\":[\"hunter2\"],\"password\":{}}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().toString()).doesNotContain("hunter2");
  }

  @Test
  void unreadableJsonIsABadRequest() throws Exception {
    for (String text : List.of("{", "{}x", "{\"user\":\"a\",\"user\":\"b\",\"password\":\"c\"}")) {
      var answer = desk.send("POST", "/api/session", text);
      assertThat(answer.status()).as(text).isEqualTo(400);
      assertThat(answer.code()).isEqualTo("IN-001");
    }
  }

  // Unknown and malformed ids, and limits nobody can mean, on every reading route as well.
  @Test
  void unknownIdsAndSenselessLimitsAreRefused() throws Exception {
    Seat seat = desk.logIn("suzuki");
    String unknown = UUID.randomUUID().toString();
    for (String path :
        List.of(
            "/api/batches/" + unknown,
            "/api/batches/not-a-uuid",
            "/api/batches/" + unknown + "/process",
            "/api/batches/" + unknown + "/record",
            "/api/batches/" + unknown + "/record.pdf?lang=en",
            "/api/batches/" + unknown + "/exceptions",
            "/api/batches/" + unknown + "/steps/up-receipt.user_confirm_order",
            "/api/batches/" + bench.order() + "/steps/nonsense",
            "/api/batches/" + bench.order() + "/steps/up-receipt.user_no_such_step",
            "/api/batches/" + bench.order() + "/steps/up-receipt.user_confirm_order~9999",
            "/api/reviews/" + unknown,
            "/api/recipes/" + unknown,
            "/api/equipment/XYZ-99",
            "/api/equipment/" + LONG,
            "/api/audit?batch=" + unknown,
            "/api/audit?limit=-1",
            "/api/audit?limit=0",
            "/api/audit?limit=99999999999",
            "/api/batches?limit=-1",
            "/api/batches?limit=1e9",
            "/api/batches?state=DANCING",
            "/api/readings",
            "/api/readings?tag=BRX-01.T_PV&buckets=-1",
            "/api/readings?tag=BRX-01.T_PV&from=yesterday",
            "/api/readings?tag=nonsense",
            "/api/nothing-here")) {
      assertProblem("GET " + cut(path), seat.get(path));
    }
    for (Route route : routes()) {
      for (String id : List.of(unknown, "not-a-uuid")) {
        String path = route.pattern().replaceAll("\\{[a-zA-Z]+}", id);
        if (!path.contains(id)) continue;
        var answer = seat.send(route.method().name(), path, "{}");
        assertProblem(route.method() + " " + path, answer);
      }
    }
  }
}
