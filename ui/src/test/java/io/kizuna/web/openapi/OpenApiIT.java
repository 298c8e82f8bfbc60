package io.kizuna.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.kizuna.MesApplication;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.RecipeFault;
import io.kizuna.testing.Databases;
import io.kizuna.web.Problems;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The described interface is the served one, and the pages' types are generated from it. */
@SpringBootTest(
    classes = MesApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {"kizuna.equipment.pki=target/pki", "kizuna.engine.jobs=false"})
class OpenApiIT {

  private static final Path COMMITTED = Path.of("codegen/openapi.json");
  private static final Path SERVED = Path.of("target/openapi.json");

  @Autowired JsonMapper json;

  private String document = "";

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = Databases.H2.url();
    registry.add("spring.datasource.url", () -> url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }

  @BeforeEach
  void read(@Autowired WebApplicationContext context) throws Exception {
    var http = MockMvcBuilders.webAppContextSetup(context).build();
    document =
        http.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString() + "\n";
    Files.writeString(SERVED, document);
  }

  @Test
  void committedDescriptionIsTheServedOne() throws Exception {
    assertThat(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "")
        .as("ui/codegen/openapi.json is stale: cd ui/codegen && npm run refresh, and commit both")
        .isEqualTo(document);
  }

  // A page that believes a value is always there breaks on the day it is not.
  @Test
  void whatMayBeMissingIsOptionalAndEverythingElseIsRequired() {
    assertThat(required("StepView"))
        .contains("header", "revision", "parameters", "openedAt")
        .doesNotContain("caution", "performedBy", "refusal");
    assertThat(required("SourceScan")).containsExactly("kind", "of");
    assertThat(required("LogIn")).containsExactly("password", "user");
    assertThat(schema("EquipmentView").at("/properties").propertyNames()).contains("class");
  }

  @Test
  void decimalsAreTextAndEveryCallNamesItsRefusals() {
    assertThat(schema("Limits").at("/properties/rejectAbove/type").asString()).isEqualTo("string");
    assertThat(json.writeValueAsString(new Weights(new BigDecimal("2E+6"), null)))
        .isEqualTo("{\"weight\":\"2000000\"}");
    for (JsonNode path : json.readTree(document).path("paths")) {
      for (JsonNode call : path) {
        assertThat(call.path("operationId").asString()).isNotEmpty();
        assertThat(call.path("responses").propertyNames()).contains("401", "403", "422", "503");
      }
    }
  }

  record Weights(BigDecimal weight, @Nullable BigDecimal missing) {}

  @Test
  void refusalsHaveTheDescribedForm() {
    var refusal = new MesException.Refusal("a rule", "3.4", "0.5 to 2.5", "QA");
    var fault = new MesException.Fault("vcd", ErrorCode.INPUT_INVALID, refusal);
    var answer = json.valueToTree(Problems.of(new MesException(List.of(fault))));
    assertDescribed(answer, "Problem");
    assertDescribed(answer.path("faults").path(0), "Fault");
    assertDescribed(json.valueToTree(new RecipeFault("a.yaml", 3, "a rule", "x", "y")), "Fault");
  }

  private void assertDescribed(JsonNode answer, String name) {
    assertThat(schema(name).path("properties").propertyNames()).containsAll(answer.propertyNames());
    assertThat(answer.propertyNames()).containsAll(required(name));
  }

  private JsonNode schema(String name) {
    return json.readTree(document).at("/components/schemas/" + name);
  }

  private List<String> required(String name) {
    return schema(name).path("required").valueStream().map(JsonNode::asString).toList();
  }
}
