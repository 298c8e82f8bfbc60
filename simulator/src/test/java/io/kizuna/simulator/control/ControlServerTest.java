package io.kizuna.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kizuna.simulator.engine.Simulation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** HTTP control: the contract other helpers code against. */
class ControlServerTest {
  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path dir;
  private Simulation simulation;
  private ControlServer server;

  record Reply(int status, JsonNode body) {}

  @BeforeEach
  void serve() {
    simulation =
        new Simulation(new Simulation.Options(dir, 3, null, 1, null), System::currentTimeMillis);
    server = new ControlServer(0, simulation);
    simulation.start((tag, sample) -> {});
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    simulation.close();
  }

  private Reply send(String method, String path, String json) throws Exception {
    return send(method, path, json, "application/json");
  }

  private Reply send(String method, String path, String json, String type) throws Exception {
    var body =
        json == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", type)
            .method(method, body)
            .build();
    HttpResponse<String> r = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Reply(
        r.statusCode(), r.body().isEmpty() ? null : JsonMapper.shared().readTree(r.body()));
  }

  private static Instant at(Reply reply, String field) {
    return Instant.parse(reply.body().get(field).asString());
  }

  // Contract: a reader that knows the segment computes the same plant time
  @Test
  void changedSpeedTakesEffectWhenAnnouncedAndAReaderStaysInStep() throws Exception {
    Reply announced = send("PUT", "/api/clock", "{'speed':1000}");
    assertThat(announced.status()).isEqualTo(200);
    Instant anchorWall = at(announced, "anchorWall");
    assertThat(Duration.between(Instant.now(), anchorWall)).isLessThan(Duration.ofMillis(201));
    Thread.sleep(400);
    long before = System.currentTimeMillis();
    Reply now = send("GET", "/api/clock", null);
    long after = System.currentTimeMillis();
    assertThat(now.body().get("speed").asDouble()).isEqualTo(1000);
    assertThat(at(now, "anchorWall")).isEqualTo(anchorWall);
    assertThat(at(now, "anchorPlant")).isEqualTo(at(announced, "anchorPlant"));
    long anchor = at(now, "anchorPlant").toEpochMilli();
    assertThat(at(now, "now").toEpochMilli())
        .isBetween(
            anchor + (before - anchorWall.toEpochMilli()) * 1000,
            anchor + (after - anchorWall.toEpochMilli()) * 1000);
  }

  @Test
  void clockJumpsForwardAndAnswersWhenDone() throws Exception {
    Instant target = at(send("GET", "/api/clock", null), "now").plus(Duration.ofDays(1));
    Reply done = send("PUT", "/api/clock", "{'advanceTo':'" + target + "'}");
    assertThat(done.status()).isEqualTo(200);
    assertThat(Duration.between(target, at(done, "now")))
        .isBetween(Duration.ZERO, Duration.ofSeconds(1));
    assertThat(simulation.plant().nowMs()).isCloseTo(target.toEpochMilli(), within(2000L));
  }

  @Test
  void clockRefusesWhatItCannotDo() throws Exception {
    for (String wrong :
        new String[] {
          "{'speed':0}", "{'speed':5001}", "{}", "{'speed':2,'advanceTo':'2030-01-01T00:00:00Z'}",
          "{'advanceTo':'2001-01-01T00:00:00Z'}", "{'advanceTo':'tomorrow'}", "{'sped':2}", "[1]",
          "not json", "{'advanceTo':'2199-01-01T00:00:00Z'}"
        }) {
      Reply reply = send("PUT", "/api/clock", wrong);
      assertThat(reply.status()).as(wrong).isEqualTo(422);
      assertThat(reply.body().get("detail").asString()).as(wrong).isNotBlank();
    }
  }

  // 4.9 and 3.9: what hands do to a vessel, and what analysers say about it
  @Test
  void vesselIsCreatedPlacedTreatedSampledAndMeasured() throws Exception {
    Reply made =
        send(
            "POST",
            "/api/bench/vessels",
            "{'vesselId':'V-1','volumeMl':200,'viableCells':2e8,'viabilityPercent':95}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(send("POST", "/api/bench/vessels/V-1/place", "{'device':'INC-01'}").status())
        .isEqualTo(200);
    send("POST", "/api/bench/vessels/V-1/events", "{'kind':'transduction','efficiency':0.4}");
    Reply washed = send("POST", "/api/bench/vessels/V-1/events", "{'kind':'wash'}");
    assertThat(washed.body().get("viableCells").asDouble())
        .isCloseTo(2e8 * 0.9 * 0.95, within(1e6));
    send("POST", "/api/bench/vessels/V-1/events", "{'kind':'feed','volumeMl':800}");
    Reply sample = send("POST", "/api/bench/vessels/V-1/sample", "{'sampleId':'S-1','volumeMl':1}");
    assertThat(sample.status()).isEqualTo(201);
    assertThat(measured("CTR-01").get("VCD").asDouble()).isCloseTo(0.171, within(0.05));
    assertThat(measured("CTR-01").get("VIABILITY").asDouble()).isBetween(90.0, 100.0);
    assertThat(measured("MET-01").get("GLC").asDouble()).isCloseTo(20, within(5.0));
    assertThat(measured("BGA-01").get("PH").asDouble()).isBetween(7.2, 8.0);
    assertThat(measured("FLOW-01").get("CAR_POSITIVE").asDouble()).isCloseTo(40, within(5.0));
    JsonNode tags = send("GET", "/api/devices/CTR-01", null).body().get("values");
    assertThat(tags.get("SAMPLE_ID").get("value").asString()).isEqualTo("S-1");
    assertThat(tags.get("RESULT_NO").get("value").asInt()).isEqualTo(2);
    assertThat(send("GET", "/api/bench/vessels/V-1", null).body().get("volumeMl").asDouble())
        .isCloseTo(999, within(0.5));
  }

  private JsonNode measured(String analyser) throws Exception {
    Reply reply =
        send("POST", "/api/bench/measure", "{'analyser':'" + analyser + "','sampleId':'S-1'}");
    assertThat(reply.status()).isEqualTo(200);
    return reply.body().get("results");
  }

  @Test
  void oneRockerHoldsOneVesselAndLabelsAreUnique() throws Exception {
    String vessel = "{'vesselId':'%s','volumeMl':500,'viableCells':1e8,'viabilityPercent':90}";
    send("POST", "/api/bench/vessels", vessel.formatted("A"));
    send("POST", "/api/bench/vessels", vessel.formatted("B"));
    assertThat(send("POST", "/api/bench/vessels", vessel.formatted("A")).status()).isEqualTo(409);
    assertThat(send("POST", "/api/bench/vessels/A/place", "{'device':'BRX-01'}").status())
        .isEqualTo(200);
    assertThat(send("POST", "/api/bench/vessels/B/place", "{'device':'BRX-01'}").status())
        .isEqualTo(409);
    assertThat(send("POST", "/api/bench/vessels/B/place", "{'device':'LNF-01'}").status())
        .isEqualTo(422);
    assertThat(send("POST", "/api/bench/vessels/A/place", "{'device':null}").status())
        .isEqualTo(200);
    assertThat(send("POST", "/api/bench/vessels/B/place", "{'device':'BRX-01'}").status())
        .isEqualTo(200);
    assertThat(send("GET", "/api/bench/vessels/C", null).status()).isEqualTo(404);
  }

  @Test
  void bagFreezesInTheRateFreezerAndTellsHow() throws Exception {
    send("POST", "/api/bench/bags", "{'bagId':'G-1','volumeMl':30}");
    send("POST", "/api/bench/bags/G-1/place", "{'device':'CRF-01','position':'A1'}");
    Reply started =
        send(
            "POST",
            "/api/devices/CRF-01/methods/StartProgram",
            "{'arguments':['CRF-CART-30ML',null,'B-1','T-1',null]}");
    assertThat(started.status()).isEqualTo(200);
    Instant end = at(send("GET", "/api/clock", null), "now").plus(Duration.ofMinutes(75));
    send("PUT", "/api/clock", "{'advanceTo':'" + end + "'}");
    assertThat(send("GET", "/api/devices/CRF-01", null).body().get("state").asString())
        .isEqualTo("Complete");
    Reply moved =
        send("POST", "/api/bench/bags/G-1/place", "{'device':'LNF-01','position':'R1-2'}");
    JsonNode bag = moved.body();
    assertThat(bag.get("temperatureC").asDouble()).isLessThan(-95);
    assertThat(bag.get("meanRate").asDouble()).isCloseTo(-1.29, within(0.15));
    assertThat(bag.get("plateauMin").asDouble()).isBetween(4.0, 8.0);
    assertThat(bag.get("postThawFactor").asDouble()).isBetween(0.7, 0.93);
    assertThat(bag.get("position").asString()).isEqualTo("R1-2");
  }

  // Contract: unknown code, device or tag -> 422 with what is allowed
  @Test
  void faultsAreListedEndedAndRefusedWithWhatIsAllowed() throws Exception {
    Reply injected =
        send("POST", "/api/faults", "{'code':'SM04','device':'BRX-01','wallDuration':'PT1S'}");
    assertThat(injected.status()).isEqualTo(201);
    assertThat(send("GET", "/api/faults", null).body()).hasSize(1);
    Thread.sleep(1300);
    assertThat(send("GET", "/api/faults", null).body()).as("ended by wall time").isEmpty();
    Reply lasting =
        send(
            "POST",
            "/api/faults",
            "{'code':'SM07','device':'LNF-01','parameters':{'utility':'LN2'}}");
    String id = lasting.body().get("id").asString();
    assertThat(send("DELETE", "/api/faults/" + id, null).status()).isEqualTo(204);
    assertThat(send("DELETE", "/api/faults/" + id, null).status()).isEqualTo(404);
    Reply code = send("POST", "/api/faults", "{'code':'SM99','device':'BRX-01'}");
    assertThat(code.status()).isEqualTo(422);
    assertThat(code.body().get("detail").asString()).contains("SM01", "SM10");
    Reply device = send("POST", "/api/faults", "{'code':'SM04','device':'X'}");
    assertThat(device.body().get("detail").asString()).contains("LNF-02");
    Reply tag = send("POST", "/api/faults", "{'code':'SM02','device':'INC-01','tag':'X'}");
    assertThat(tag.body().get("detail").asString()).contains("CO2_PV");
  }

  @Test
  void wrongRequestsAreRefusedNotServed() throws Exception {
    assertThat(send("GET", "/health", null).body().get("status").asString()).isEqualTo("UP");
    assertThat(send("GET", "/api/devices", null).body()).hasSize(8);
    assertThat(send("GET", "/api/devices/NONE", null).status()).isEqualTo(404);
    assertThat(send("GET", "/api/nothing", null).status()).isEqualTo(404);
    assertThat(send("DELETE", "/api/clock", null).status()).isEqualTo(405);
    assertThat(send("PUT", "/api/clock", "{'speed':2}", "text/plain").status())
        .as("a form post of a web page")
        .isEqualTo(422);
    assertThat(send("POST", "/api/faults", "{'x':'" + "y".repeat(70_000) + "'}").status())
        .isEqualTo(422);
    assertThat(send("POST", "/api/devices/BRX-01/methods/Unhold", "{'arguments':[]}").status())
        .isEqualTo(409);
  }
}
