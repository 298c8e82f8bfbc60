package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a screen: logs people in and sends what a page, or somebody else, sends. */
class Desk {

  static final String PASSWORD = "kizuna-demo";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MockMvc mvc;

  Desk(MockMvc mvc) {
    this.mvc = mvc;
  }

  /**
   * @param body null where the answer has none.
   */
  record Answer(int status, @Nullable String type, JsonNode body) {

    boolean isProblem() {
      return type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    String code() {
      return body.path("code").asString("");
    }
  }

  /** Somebody at a screen. */
  final class Seat {
    private final MockHttpSession session;
    private final String token;

    private Seat(MockHttpSession session, String token) {
      this.session = session;
      this.token = token;
    }

    Answer get(String path) throws Exception {
      return send("GET", path, null);
    }

    /** A file as it comes, whatever it is. */
    String download(String path) throws Exception {
      var response =
          mvc.perform(request(HttpMethod.GET, path).session(session)).andReturn().getResponse();
      assertThat(response.getStatus()).as(path).isEqualTo(200);
      return response.getContentAsString(StandardCharsets.UTF_8);
    }

    Answer send(String method, String path, @Nullable String body) throws Exception {
      var builder = request(HttpMethod.valueOf(method), path).session(session);
      builder.header("X-CSRF-TOKEN", token);
      if (body != null) builder.contentType(MediaType.APPLICATION_JSON).content(body);
      return answer(mvc.perform(builder).andReturn().getResponse());
    }
  }

  /** Logs somebody in with the demonstration's password. */
  Seat logIn(String user) throws Exception {
    return logIn(user, PASSWORD);
  }

  Seat logIn(String user, String password) throws Exception {
    var body = "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}";
    var result =
        mvc.perform(
                request(HttpMethod.POST, "/api/session")
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body))
            .andReturn();
    var answer = answer(result.getResponse());
    assertThat(answer.status()).as("log-in of %s: %s", user, answer.body()).isEqualTo(200);
    var session = (MockHttpSession) Objects.requireNonNull(result.getRequest().getSession(false));
    return new Seat(session, answer.body().path("csrfToken").asString());
  }

  /** Sends without a session: a log-in form. */
  Answer send(String method, String path, String body) throws Exception {
    var builder =
        request(HttpMethod.valueOf(method), path)
            .contentType(MediaType.APPLICATION_JSON)
            .content(body);
    return answer(mvc.perform(builder).andReturn().getResponse());
  }

  private static Answer answer(MockHttpServletResponse response) throws Exception {
    String text = response.getContentAsString(StandardCharsets.UTF_8);
    boolean json = response.getContentType() != null && response.getContentType().contains("json");
    return new Answer(
        response.getStatus(),
        response.getContentType(),
        json && !text.isEmpty() ? JSON.readTree(text) : JSON.nullNode());
  }
}
