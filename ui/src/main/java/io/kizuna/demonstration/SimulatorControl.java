package io.kizuna.demonstration;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator's HTTP control, as far as the demonstration needs it. */
class SimulatorControl {

  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** A jump of days takes the simulator a few seconds of integration. */
  private static final Duration JUMP_TIMEOUT = Duration.ofSeconds(60);

  private final JsonMapper json = JsonMapper.builder().build();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI clock;

  SimulatorControl(String url) {
    this.clock = URI.create(url + "/api/clock");
  }

  PlantClock.Segment clock() {
    return send(HttpRequest.newBuilder(clock).GET(), TIMEOUT);
  }

  PlantClock.Segment speed(double speed) {
    return put(Map.of("speed", speed), TIMEOUT);
  }

  PlantClock.Segment advanceTo(Instant plant) {
    return put(Map.of("advanceTo", plant.toString()), JUMP_TIMEOUT);
  }

  private PlantClock.Segment put(Map<String, ?> body, Duration timeout) {
    var publisher = HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body));
    return send(
        HttpRequest.newBuilder(clock).header("Content-Type", "application/json").PUT(publisher),
        timeout);
  }

  private PlantClock.Segment send(HttpRequest.Builder request, Duration timeout) {
    try {
      var answer = http.send(request.timeout(timeout).build(), BodyHandlers.ofString());
      JsonNode node = json.readTree(answer.body());
      if (answer.statusCode() != 200) {
        throw new MesException(
            ErrorCode.INPUT_INVALID,
            "The simulator refused: " + node.path("detail").asString(answer.body()));
      }
      return new PlantClock.Segment(
          Instant.parse(node.path("anchorWall").asString()),
          Instant.parse(node.path("anchorPlant").asString()),
          node.path("speed").asDouble());
    } catch (IOException e) {
      throw unreachable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable();
    }
  }

  private MesException unreachable() {
    return new MesException(
        ErrorCode.EQUIPMENT_UNREACHABLE,
        "The simulator must run.",
        clock.toString(),
        "start it again",
        null);
  }
}
