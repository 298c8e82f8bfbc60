package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What car-t-lv 1.0 must say as a process; what every package must say is checked at import. */
class CarTContentTest {

  private static final String HOME = "/recipes/car-t-lv/1.0/";

  /** What a person in gloves can type before the screen scrolls. */
  private static final int TYPED_MAX = 6;

  private static final Pattern JAPANESE = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]");

  /**
   * Variant A of the process description without UP02 to UP04, UP09, 8.2.1 and 12.1.4; 13.2.1 is
   * two screens.
   */
  private static final Set<String> NUMBERS =
      Set.of(
          "1.1.1 1.1.2 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4",
          "5.1.1 5.1.2 5.1.3 5.1.4 5.2.2 5.2.4 5.2.6 6.1.1 6.1.2 6.1.3 6.2.1",
          "7.1.1 7.1.2 7.1.3 7.1.4 7.2.1 7.2.2 7.2.3 7.2.4 7.2.5 7.2.8 7.2.9 7.2.10 7.3.1 7.3.2",
          "8.1.1 8.1.2 8.1.3 8.2.2 8.2.3 8.2.4 10.1.1 10.1.2",
          "10.2.1 10.2.2 10.2.3 10.2.4 10.2.5 10.2.6 11.1.1 11.1.2 11.1.3 11.1.4 11.1.5 11.1.6",
          "12.1.1 12.1.2 12.1.3 13.2.1a 13.2.1b 13.2.2 13.2.3");

  private record Step(String unitProcedure, Map<String, Object> yaml) {
    String id() {
      return unitProcedure + "." + yaml.get("id");
    }

    List<Map<String, Object>> list(String key) {
      return maps(yaml.getOrDefault(key, List.of()));
    }
  }

  @Test
  void everyStepOfTheProcessDescriptionIsThere() throws IOException {
    var described = new TreeSet<String>();
    NUMBERS.forEach(line -> described.addAll(List.of(line.split(" "))));
    var numbers = new TreeSet<String>();
    steps().forEach(s -> numbers.add(String.valueOf(s.yaml.get("number"))));
    assertThat(numbers).isEqualTo(described);
  }

  @Test
  void nobodyTypesMoreThanOneScreenHolds() throws IOException {
    assertThat(steps())
        .allSatisfy(
            s ->
                assertThat(
                        s.list("parameters").stream().filter(p -> "manual".equals(p.get("source"))))
                    .as(s.id())
                    .hasSizeLessThanOrEqualTo(TYPED_MAX));
  }

  // Critical values and identities need somebody who answers for them.
  @Test
  void everyStepWithACriticalValueOrAnIdentityIsSigned() throws IOException {
    assertThat(ids(s -> isCritical(s) && !s.yaml.containsKey("signature"))).isEmpty();
  }

  // Identity, vector, dose, fill and curve: process description, column P/V.
  @Test
  void whatHarmsThePatientIsVerifiedByASecondPerson() throws IOException {
    assertThat(ids(s -> !"none".equals(s.yaml.get("verification"))))
        .contains(
            "up-receipt.user_check_bag_identity",
            "up-transduction.user_compute_vector_volume",
            "up-transduction.user_add_vector",
            "up-vector-removal.user_inoculate_bag",
            "up-harvest.user_confirm_culture",
            "up-formulation.user_calculate_dose",
            "up-formulation.user_fill_bags",
            "up-formulation.user_label_bags",
            "up-freezing.user_evaluate_curve",
            "up-release.user_record_qc_results",
            "up-release.user_record_safety_results");
    assertThat(ids(s -> "blind-second-entry".equals(s.yaml.get("verification"))))
        .contains("up-receipt.user_confirm_order", "up-harvest.user_count_harvest");
  }

  @Test
  void qualityAssuranceSignsItsOwnSteps() throws IOException {
    assertThat(ids(s -> "qa".equals(s.yaml.get("performer"))))
        .containsExactly(
            "up-receipt.user_decide_acceptance",
            "up-formulation.user_approve_dose",
            "up-freezing.user_review_curve",
            "up-release.user_review_batch_record",
            "up-release.user_decide_disposition");
    assertThat(steps().stream().filter(s -> "qa".equals(s.yaml.get("performer"))))
        .allSatisfy(s -> assertThat(s.yaml.get("signature")).isIn("reviewed", "approved"));
  }

  @Test
  void englishIsEnglishAndJapaneseIsJapanese() throws IOException {
    for (var s : steps()) {
      var texts = new ArrayList<Map<String, Object>>(s.list("instructions"));
      texts.add(map(s.yaml.get("title")));
      texts.add(map(s.yaml.get("operation")));
      if (s.yaml.containsKey("caution")) texts.add(map(s.yaml.get("caution")));
      for (var text : texts) {
        assertThat(String.valueOf(text.get("en"))).as(s.id()).isNotBlank();
        assertThat(JAPANESE.matcher(String.valueOf(text.get("en"))).find()).as(s.id()).isFalse();
        assertThat(JAPANESE.matcher(String.valueOf(text.get("ja"))).find()).as(s.id()).isTrue();
      }
    }
  }

  private static boolean isCritical(Step s) {
    return s.yaml.containsKey("identityScans")
        || s.list("parameters").stream()
            .anyMatch(p -> Set.of("CPP", "CQA").contains(p.get("class")));
  }

  private static List<String> ids(Predicate<Step> wanted) throws IOException {
    return steps().stream().filter(wanted).map(Step::id).toList();
  }

  private static List<Step> steps() throws IOException {
    var steps = new ArrayList<Step>();
    for (Object id : (List<?>) load("recipe").get("unitProcedures")) {
      var unitProcedure = load(String.valueOf(id));
      maps(unitProcedure.get("steps")).forEach(y -> steps.add(new Step(String.valueOf(id), y)));
    }
    assertThat(steps).isNotEmpty();
    return steps;
  }

  private static Map<String, Object> load(String file) throws IOException {
    try (InputStream in = CarTContentTest.class.getResourceAsStream(HOME + file + ".yaml")) {
      return new Yaml().load(Objects.requireNonNull(in, file));
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(Object yaml) {
    return (List<Map<String, Object>>) yaml;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object yaml) {
    return (Map<String, Object>) yaml;
  }
}
