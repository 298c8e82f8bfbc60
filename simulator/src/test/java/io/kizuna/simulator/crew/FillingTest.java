package io.kizuna.simulator.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a value comes about, from the definition of a parameter and the crew's knowledge. */
class FillingTest {
  private static final String STEP = "up-x.user_y";

  private static Filling filling(String values) {
    String yaml = "lots: { lv-vector: LV-1 }\nsteps:\n  up-x.user_y:\n    values: " + values + "\n";
    return new Filling(
        Knowledge.of(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))), WORLD);
  }

  private static final Filling.World WORLD =
      new Filling.World() {
        @Override
        public double measure(String analyser, String result) {
          return analyser.equals("CTR-01") && result.equals("VCD") ? 1.23456 : Double.NaN;
        }

        @Override
        public double vessel(String field) {
          return 149.55;
        }

        @Override
        public String shown(String role, String tag) {
          return "7.24";
        }

        @Override
        public Instant now() {
          return Instant.parse("2026-11-22T04:05:06.789Z");
        }

        @Override
        public String equipment(String role) {
          return role.equals("bioreactor") ? "BRX-02" : "?";
        }

        @Override
        public String patientToken() {
          return "PT-1";
        }

        @Override
        public String coi() {
          return "A9997-26-K7M42P-3";
        }

        @Override
        public String recorded(String path) {
          return "90.0";
        }

        @Override
        public double postThawFactor() {
          return 0.9;
        }

        @Override
        public int openExceptions() {
          return 2;
        }
      };

  private static JsonNode view(String parameters) {
    return Json.MAPPER.readTree("{\"number\":\"5.1.1\",\"parameters\":[" + parameters + "]}");
  }

  private static String manual(String type, int decimals, String rest) {
    return """
        {"id":"p","type":"%s","decimals":%d,"source":{"kind":"MANUAL"},"required":true%s}"""
        .formatted(type, decimals, rest);
  }

  private static String only(String values, String parameter) {
    return filling(values).known(STEP, view(parameter)).get("p");
  }

  @Test
  void nominalIsTheMiddleOfTheNormalLimits() {
    String limits = ",\"limits\":{\"normal\":{\"low\":\"18\",\"high\":\"25\"}}";
    assertThat(only("{}", manual("DECIMAL", 1, limits))).isEqualTo("21.5");
    assertThat(only("{ p: nominal }", manual("DECIMAL", 1, limits))).isEqualTo("21.5");
    String equal = ",\"limits\":{\"normal\":{\"low\":\"3\",\"high\":\"3\"}}";
    assertThat(only("{}", manual("INTEGER", 0, equal))).isEqualTo("3");
  }

  // Bounds are inclusive, but 0.5 itself would teach nobody whether the right side was taken
  @Test
  void nominalWithOneLimitLiesInsideIt() {
    String high = ",\"limits\":{\"normal\":{\"high\":\"-60\"}}";
    String low = ",\"limits\":{\"normal\":{\"low\":\"80\",\"high\":null}}";
    assertThat(only("{}", manual("DECIMAL", 1, high))).isEqualTo("-66.0");
    assertThat(only("{}", manual("DECIMAL", 1, low))).isEqualTo("88.0");
  }

  @Test
  void outsideIsBeyondTheRejectLimit() {
    String limits = ",\"limits\":{\"normal\":{\"high\":\"-150\"},\"rejectAbove\":\"-120\"}";
    var d = new Definition(view(manual("DECIMAL", 1, limits)).path("parameters").path(0));
    assertThat(d.outside()).isEqualTo("-108.0");
  }

  @Test
  void booleansAndChoicesGetTheGoodAnswer() {
    String allowed = ",\"limits\":{\"allowed\":[\"false\"]}";
    String choices =
        ",\"choices\":[{\"value\":\"reject\",\"verdict\":\"REJECT\"},"
            + "{\"value\":\"accept\",\"verdict\":\"NORMAL\"}]";
    assertThat(only("{}", manual("BOOLEAN", 0, allowed))).isEqualTo("false");
    assertThat(only("{}", manual("CHOICE", 0, choices))).isEqualTo("accept");
  }

  @Test
  void timesAreNowOrCountedFromNow() {
    assertThat(only("{}", manual("TIME", 0, ""))).isEqualTo("2026-11-22T04:05:06Z");
    assertThat(only("{ p: now -5m }", manual("TIME", 0, ""))).isEqualTo("2026-11-22T04:00:06Z");
    assertThat(only("{ p: now +274d }", manual("TIME", 0, ""))).isEqualTo("2027-08-23T04:05:06Z");
  }

  @Test
  void measuredValuesAreRoundedAsTheDisplayShowsThem() {
    assertThat(only("{ p: measure CTR-01 VCD }", manual("DECIMAL", 2, ""))).isEqualTo("1.23");
    assertThat(only("{ p: vessel volumeMl }", manual("DECIMAL", 1, ""))).isEqualTo("149.6");
    assertThat(only("{ p: thawed a.b.c }", manual("DECIMAL", 1, ""))).isEqualTo("81.0");
  }

  @Test
  void scansAreLotsEquipmentLabelsOrAnyNumber() {
    String of = "{\"id\":\"p\",\"type\":\"SCAN\",\"source\":{\"kind\":\"SCAN\",\"of\":\"%s\"%s}}";
    assertThat(only("{}", of.formatted("LOT", ",\"material\":\"lv-vector\""))).isEqualTo("LV-1");
    assertThat(only("{}", of.formatted("EQUIPMENT", ",\"equipment\":\"bioreactor\"")))
        .isEqualTo("BRX-02");
    assertThat(only("{}", of.formatted("FREE", ""))).isEqualTo("S-5.1.1-p");
    assertThatThrownBy(() -> only("{}", of.formatted("LOT", ",\"material\":\"other\"")))
        .isInstanceOf(Stuck.class)
        .hasMessageContaining("no lot of other");
  }

  @Test
  void whatFollowsFromComputedValuesWaitsForThem() {
    var filling = filling("{ p: evaluated proposed * 2 down }");
    var view = view(manual("DECIMAL", 0, ""));
    assertThat(filling.hasDependent(STEP, view)).isTrue();
    assertThat(filling.known(STEP, view)).isEmpty();
    assertThat(filling.dependent(STEP, view, Map.of("proposed", "10.4")).get("p")).isEqualTo("20");
    var choice = filling("{ p: if met then harvest else continue }");
    assertThat(choice.dependent(STEP, view, Map.of("met", "false")).get("p")).isEqualTo("continue");
  }

  @Test
  void anUnknownValueEndsTheWorkInsteadOfBeingInvented() {
    assertThatThrownBy(() -> only("{}", manual("DECIMAL", 2, "")))
        .isInstanceOf(Stuck.class)
        .hasMessageContaining("up-x.user_y.p");
  }

  @Test
  void theKnowledgeOfTheShippedRecipeIsReadable() {
    Knowledge knowledge = Knowledge.of("car-t-lv");
    assertThat(knowledge.value("up-expansion.user_take_daily_sample", "vcd"))
        .isEqualTo("measure CTR-01 VCD");
    assertThat(knowledge.actions("up-transduction.user_count_before_addition", "before"))
        .extracting(Knowledge.Action::verb)
        .containsExactly("create", "place", "sample");
  }
}
