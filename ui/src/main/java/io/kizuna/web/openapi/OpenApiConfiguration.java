package io.kizuna.web.openapi;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.StepKey;
import io.kizuna.web.Actor;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The OpenAPI document; the pages' types are generated from it. */
@Configuration
class OpenApiConfiguration {

  private static final String REFUSED = "Refused";

  /** What {@code Problems} answers with, by the kind of the refusal. */
  private static final List<String> ALWAYS = List.of("401", "403", "422", "503");

  static {
    ModelResolver.enumsAsRef = true; // one name for each list of values; Swagger keeps it static
  }

  private final SchemaNames names = new SchemaNames();

  OpenApiConfiguration() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Actor.class)
        .replaceWithClass(BatchId.class, UUID.class)
        .replaceWithClass(StepKey.class, String.class)
        .replaceWithClass(EquipmentId.class, String.class);
  }

  @Bean
  OpenAPI document() {
    var session =
        new SecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.COOKIE)
            .name("KIZUNA-SESSION");
    return new OpenAPI()
        .info(
            new Info()
                .title("Kizuna MES")
                .version("1")
                .description(
                    "Same origin, session cookie; every write sends the token of /api/session as"
                        + " X-CSRF-TOKEN. Decimal numbers travel as text, times are ISO-8601 UTC."
                        + " See docs/http.md.")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0")))
        .servers(List.of(new Server().url("/"))) // pages and interface have one origin
        .schemaRequirement("session", session)
        .addSecurityItem(new SecurityRequirement().addList("session"));
  }

  @Bean
  ModelResolver modelResolver(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }

  /** {@code step} and {@code stepComplete}: where a call belongs, and a name no other call has. */
  @Bean
  OperationCustomizer operationNames() {
    return (operation, handler) -> {
      String owner = handler.getBeanType().getSimpleName().replace("Controller", "");
      String tag = owner.substring(0, 1).toLowerCase(Locale.ROOT) + owner.substring(1);
      String name = handler.getMethod().getName();
      return operation
          .tags(List.of(tag))
          .operationId(tag + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    };
  }

  /** Every call may be refused; a refusal always has the same form. Names stay in one order. */
  @Bean
  OpenApiCustomizer refusals() {
    return document -> {
      names.refuseClashes();
      var problem =
          ModelConverters.getInstance(true)
              .readAllAsResolvedSchema(new AnnotatedType(Problem.class));
      problem.referencedSchemas.forEach(document.getComponents()::addSchemas);
      document.getComponents().addResponses(REFUSED, refused());
      document.getComponents().setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
      document.getPaths().forEach(OpenApiConfiguration::refuse);
    };
  }

  private static void refuse(String path, PathItem item) {
    item.readOperationsMap()
        .forEach(
            (method, operation) -> {
              var statuses = new ArrayList<>(ALWAYS);
              if (path.contains("{")) statuses.add("404");
              if (method != PathItem.HttpMethod.GET) statuses.add("409");
              for (var status : statuses) {
                operation.getResponses().addApiResponse(status, new ApiResponse().$ref(REFUSED));
              }
            });
  }

  private static ApiResponse refused() {
    var form = new MediaType().schema(new Schema<>().$ref(SchemaNames.of(Problem.class)));
    return new ApiResponse()
        .description("Refused: the rule, the value met, what was needed, who can solve it")
        .content(new Content().addMediaType("application/problem+json", form));
  }
}
