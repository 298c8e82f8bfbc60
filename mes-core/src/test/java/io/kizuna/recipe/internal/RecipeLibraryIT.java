package io.kizuna.recipe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.audit.AuditEvent;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeApproved;
import io.kizuna.recipe.RecipeLibrary.Diagram;
import io.kizuna.recipe.RecipePackages.CheckedPackage;
import io.kizuna.recipe.RecipeVersion.State;
import io.kizuna.testing.Databases;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecipeLibraryIT {

  private static final PersonId AUTHOR = new PersonId("yamamoto");
  private static final PersonId QA = new PersonId("suzuki");

  private final List<AuditEvent> audit = new ArrayList<>();
  private final List<Object> events = new ArrayList<>();

  /** The package is what its text says: product, version and content. */
  private static CheckedPackage read(byte[] zip) {
    String[] parts = new String(zip, StandardCharsets.UTF_8).split(" ");
    var recipe =
        new MasterBatchRecord(
            parts[0],
            parts[1],
            new Text("Name", "名称"),
            "proc-" + parts[0],
            List.of("en", "ja"),
            List.of(),
            List.of(),
            List.of());
    var diagram =
        new Diagram("proc-" + parts[0], recipe.name(), "<xml/>", Map.of("a", new Text("A", "あ")));
    String hash = "%064x".formatted((long) parts[2].hashCode());
    return new CheckedPackage(hash, recipe, List.of(diagram));
  }

  private static byte[] zip(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  // R46, R48: imported by one, approved by another, never changed, one effective version a product.
  @ParameterizedTest
  @EnumSource
  void aVersionGoesFromImportToRetirement(Databases db) {
    try (var source = db.unsealed()) {
      var rows = new RecipeRows(JdbcClient.create(source));
      var clock = new RecordClock(Clock.systemUTC());
      var imports = new ImportRecipeService(RecipeLibraryIT::read, rows, audit::add, clock);
      var approvals = new ApproveRecipeService(rows, audit::add, clock, events::add);
      var library = new RecipeLibraryService(rows);

      var first = imports.importPackage(zip("demo 1.0 x"), AUTHOR);
      assertThat(first.state()).isEqualTo(State.IMPORTED);
      assertThat(imports.importPackage(zip("demo 1.0 x"), QA)).isEqualTo(first);
      refused(ErrorCode.RECIPE_INVALID, () -> imports.importPackage(zip("demo 1.0 y"), AUTHOR));
      assertThat(library.effective("demo")).isEmpty();
      assertThat(library.recipe(first.id()).procedure()).isEqualTo("proc-demo");
      assertThat(library.packageZip(first.id())).isEqualTo(zip("demo 1.0 x"));
      assertThat(library.diagrams(first.id()).get(0).elementNames())
          .containsEntry("a", new Text("A", "あ"));

      refused(ErrorCode.SAME_PERSON, () -> approvals.approve(first.id(), AUTHOR, Ids.next()));
      var signature = Ids.next();
      var approved = approvals.approve(first.id(), QA, signature);
      assertThat(approved.state()).isEqualTo(State.EFFECTIVE);
      assertThat(approved.signatureId()).isEqualTo(signature);
      assertThat(approvals.approve(first.id(), QA, Ids.next())).isEqualTo(approved);
      assertThat(library.effective("demo")).contains(approved);

      var second = imports.importPackage(zip("demo 1.1 z"), AUTHOR);
      approvals.approve(second.id(), QA, Ids.next());
      assertThat(library.version(first.id()).state()).isEqualTo(State.RETIRED);
      assertThat(library.effective("demo").orElseThrow().id()).isEqualTo(second.id());
      refused(ErrorCode.RECIPE_NOT_EFFECTIVE, () -> approvals.approve(first.id(), QA, Ids.next()));
      assertThat(library.versions()).hasSize(2);
      refused(ErrorCode.RECIPE_UNKNOWN, () -> library.version(Ids.next()));

      assertThat(events)
          .containsExactly(
              new RecipeApproved(first.id(), "demo", "1.0"),
              new RecipeApproved(second.id(), "demo", "1.1"));
      assertThat(audit)
          .extracting(AuditEvent::action)
          .containsExactly(
              "recipe.imported",
              "recipe.approved",
              "recipe.imported",
              "recipe.retired",
              "recipe.approved");
      assertThat(audit.get(0).chain()).isEqualTo("recipe:" + first.id());
    }
  }

  private static void refused(ErrorCode code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(MesException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
