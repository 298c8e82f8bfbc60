package io.kizuna;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rings of the house, as rules; and the proof that the rules bite. */
class ArchitectureTest {

  private static final String[] CORE =
      Stream.of(
              "kernel",
              "audit",
              "personnel",
              "site",
              "equipment",
              "material",
              "identity",
              "signature",
              "recipe",
              "batch",
              "processdata",
              "batchrecord",
              "release",
              "retention",
              "report",
              "portable")
          .map(p -> "io.kizuna." + p + "..")
          .toArray(String[]::new);

  private static final String[] OUTSIDE_CORE = {
    "org.camunda..",
    "org.eclipse.milo..",
    "org.springframework.web..",
    "jakarta.servlet..",
    "io.kizuna.adapters..",
    "io.kizuna.workflows..",
    "io.kizuna.web.."
  };

  /** Test classes also come in as a jar; the simulator is its own program. */
  private static final ImportOption PRODUCT =
      location ->
          !location.contains("test-classes")
              && !location.contains("-tests.jar")
              && !location.contains("simulator");

  private final JavaClasses classes =
      new ClassFileImporter().withImportOption(PRODUCT).importPackages("io.kizuna");

  private static ArchRule fence(String[] inside, String... outside) {
    return noClasses()
        .that()
        .resideInAnyPackage(inside)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(outside);
  }

  @Test
  void modulesHaveNoCyclesAndUseOnlyDeclaredDependencies() {
    ApplicationModules.of(MesApplication.class, PRODUCT).verify();
  }

  @Test
  void coreKnowsNoEngineNoProtocolNoWeb() {
    fence(CORE, OUTSIDE_CORE).check(classes);
  }

  @Test
  void adaptersAndEngineDoNotKnowEachOtherNorThePages() {
    fence(
            new String[] {"io.kizuna.adapters.."},
            "io.kizuna.workflows..",
            "io.kizuna.web..",
            "org.camunda..")
        .check(classes);
    fence(
            new String[] {"io.kizuna.workflows.."},
            "io.kizuna.adapters..",
            "io.kizuna.web..",
            "org.eclipse.milo..")
        .check(classes);
  }

  @Test
  void webKnowsNeitherEngineNorProtocol() {
    fence(
            new String[] {"io.kizuna.web.."},
            "org.camunda..",
            "org.eclipse.milo..",
            "io.kizuna.adapters..",
            "io.kizuna.workflows..")
        .check(classes);
  }

  // A rule about a package that no longer exists passes for ever; this one notices the rename.
  @Test
  void everyFencedPackageIsReallyThere() {
    for (String pkg : Stream.of(CORE, OUTSIDE_CORE).flatMap(Arrays::stream).toList()) {
      var inside = resideInAPackage(pkg);
      assertThat(classes)
          .as(pkg)
          .anyMatch(
              c ->
                  inside.test(c)
                      || c.getDirectDependenciesFromSelf().stream()
                          .anyMatch(d -> inside.test(d.getTargetClass())));
    }
  }

  // The fence bites: a core that reached for the web would fail.
  @Test
  void plantedViolationIsFound() {
    var planted = new ClassFileImporter().importPackages("io.kizuna.planted");
    assertThat(planted).isNotEmpty();
    assertThatThrownBy(
            () -> fence(new String[] {"io.kizuna.planted.."}, OUTSIDE_CORE).check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ReachesForTheWeb");
  }
}
