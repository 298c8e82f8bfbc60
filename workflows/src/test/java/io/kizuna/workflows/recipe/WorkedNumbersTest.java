package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.recipe.Display;
import io.kizuna.recipe.Formulas;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Parameter.Type;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Verdict;
import io.kizuna.workflows.ShippedRecipes;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The worked examples of the process description through the formulas of the shipped recipe. */
class WorkedNumbersTest {

  @TestFactory
  @SuppressWarnings("unchecked")
  Stream<DynamicTest> formulas() throws IOException {
    Map<String, Object> file;
    try (var in = getClass().getResourceAsStream("/worked-numbers.yaml")) {
      file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    }
    var recipe = new RecipeChecker().check(ShippedRecipes.zips().get(0)).recipe();
    var cases = (List<Map<String, Object>>) file.get("formulas");
    assertThat(cases).hasSizeGreaterThan(10);
    return cases.stream()
        .map(
            c ->
                DynamicTest.dynamicTest(c.get("id") + " " + c.get("step"), () -> check(recipe, c)));
  }

  @SuppressWarnings("unchecked")
  private static void check(MasterBatchRecord recipe, Map<String, Object> example) {
    Step step =
        recipe
            .step(String.valueOf(example.get("unitProcedure")), String.valueOf(example.get("step")))
            .orElseThrow();
    Map<String, Object> values = new HashMap<>();
    ((Map<String, Object>) example.get("inputs"))
        .forEach((id, text) -> values.put(id, value(step.parameter(id).orElseThrow(), "" + text)));
    compute(step, values);
    ((Map<String, Map<String, Object>>) example.get("results"))
        .forEach((id, needed) -> result(step.parameter(id).orElseThrow(), values.get(id), needed));
  }

  /** As the record does: formulas whose values are there, until nothing is left to compute. */
  private static void compute(Step step, Map<String, Object> values) {
    for (int pass = 0; pass < step.parameters().size(); pass++) {
      for (Parameter parameter : step.parameters()) {
        if (values.containsKey(parameter.id())) continue;
        if (!(parameter.source() instanceof Source.Formula f)) continue;
        if (!values.keySet().containsAll(Formulas.variables(f.expression()))) continue;
        values.put(
            parameter.id(),
            parameter.type() == Type.BOOLEAN
                ? Formulas.decide(f.expression(), values)
                : Formulas.compute(f.expression(), values));
      }
    }
  }

  private static Object value(Parameter parameter, String text) {
    return switch (parameter.type()) {
      case DECIMAL, INTEGER -> new BigDecimal(text);
      case BOOLEAN -> Boolean.valueOf(text);
      default -> text;
    };
  }

  private static void result(Parameter parameter, Object value, Map<String, Object> needed) {
    assertThat(value).as(parameter.id()).isNotNull();
    int decimals =
        needed.containsKey("decimals")
            ? Integer.parseInt("" + needed.get("decimals"))
            : parameter.decimals();
    String shown = value instanceof BigDecimal n ? Display.round(n, decimals) : "" + value;
    assertThat(shown).as(parameter.id()).isEqualTo("" + needed.get("display"));
    if (needed.containsKey("verdict")) {
      var limits = parameter.limits();
      assertThat(limits).as(parameter.id()).isNotNull();
      Verdict verdict = value instanceof BigDecimal n ? limits.judge(n) : limits.judge("" + value);
      assertThat(verdict).as(parameter.id()).isEqualTo(Verdict.valueOf("" + needed.get("verdict")));
    }
  }
}
