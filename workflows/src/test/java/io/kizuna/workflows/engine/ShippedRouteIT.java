package io.kizuna.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipePackages;
import io.kizuna.recipe.Step;
import io.kizuna.testing.Databases;
import io.kizuna.workflows.ShippedRecipes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The shipped recipe on the real engine, from the order to the last element. */
class ShippedRouteIT extends EngineSpec {

  @Autowired RecipePackages packages;
  @Autowired RepositoryService repository;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", Databases.H2::url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }

  /** Every question of the recipe answered so that the product is made and released. */
  private static final Set<String> NO =
      Set.of("termination_decided", "rejected", "feed_due", "perfusion_due");

  @Test
  void theWholeProcedureEndsWithEveryUnitProcedureDone() {
    for (byte[] zip : ShippedRecipes.zips()) {
      var checked = packages.check(zip);
      UUID recipe = shelf.put(checked.diagrams());
      tx.executeWithoutResult(s -> route.start(batch, recipe));
      walk(checked.recipe());
      List<String> told = record.take(batch);
      for (var unit : checked.recipe().unitProcedures()) {
        assertThat(told).contains("started " + unit.id(), "ended " + unit.id());
      }
      assertThat(told).endsWith("ended");
      Set<String> reached = new LinkedHashSet<>(told);
      List<String> all =
          checked.recipe().unitProcedures().stream()
              .flatMap(u -> u.steps().stream().map(s -> u.id() + "." + s.id()))
              .toList();
      List<String> skipped = all.stream().filter(s -> !reached.contains(s)).toList();
      assertThat(skipped).as("steps the good batch does not need").hasSizeLessThanOrEqualTo(6);
      assertThat(all.size() - skipped.size()).isGreaterThan(50);
      assertThat(equipment.sent()).isNotEmpty().doesNotHaveDuplicates();
      assertThat(equipment.givenUp()).isEmpty();
    }
  }

  private void walk(MasterBatchRecord recipe) {
    var finished = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) {
      List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(batch.toString()).list();
      if (!open.isEmpty()) {
        Task task = open.get(0);
        String unit = repository.getProcessDefinition(task.getProcessDefinitionId()).getKey();
        Step step = recipe.step(unit, task.getTaskDefinitionKey()).orElseThrow();
        Map<String, Boolean> routing = new HashMap<>();
        step.routing().keySet().forEach(name -> routing.put(name, !NO.contains(name)));
        complete(unit + "." + step.id(), routing);
      } else if (instances() == 0) {
        return;
      } else {
        runJobs();
        for (String key : List.copyOf(equipment.sent())) {
          if (finished.contains(key)) continue;
          finished.add(key);
          publisher.publishEvent(
              new ProgramCompleted(new EquipmentId("X"), key, "run", "Complete"));
        }
        clock.advance(Duration.ofHours(1));
      }
    }
    throw new AssertionError("the route does not end: open " + openTasks() + record.of(batch));
  }
}
