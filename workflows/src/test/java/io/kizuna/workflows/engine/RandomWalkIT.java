package io.kizuna.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.StepKey;
import io.kizuna.testing.Databases;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * R50: whatever is called in whatever order, only traces the route allows are accepted. The
 * reference is written by hand and knows nothing of the engine.
 */
class RandomWalkIT extends EngineSpec {

  /** 1,000 passed and took four minutes on a busy machine: {@code -Dkizuna.walks=1000}. */
  private static final int WALKS = Integer.getInteger("kizuna.walks", 250);

  private static final int CALLS = 14;
  private static final List<String> STEPS =
      List.of(
          "user_take_sample",
          "user_count_cells",
          "user_load_bag",
          "user_test_leak",
          "user_close_culture",
          "user_unknown");

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", Databases.H2::url);
    registry.add("spring.datasource.username", () -> Databases.USER);
    registry.add("spring.datasource.password", () -> Databases.PASSWORD);
  }

  /** Left: sample until not {@code again}, then count. Right: load, test. Both, then close. */
  private static BpmnModelInstance model() {
    return TestRoutes.process("up-walk")
        .parallelGateway("gw_fork_work")
        .userTask("user_take_sample")
        .exclusiveGateway("gw_decide_again")
        .condition("flow_again", "${again}")
        .connectTo("user_take_sample")
        .moveToNode("gw_decide_again")
        .condition("flow_on", "${!again}")
        .userTask("user_count_cells")
        .parallelGateway("gw_join_work")
        .userTask("user_close_culture")
        .endEvent("end_walk")
        .moveToNode("gw_fork_work")
        .userTask("user_load_bag")
        .userTask("user_test_leak")
        .connectTo("gw_join_work")
        .done();
  }

  /** The same route as a machine of sets. */
  private static final class Reference {
    final Set<String> open = new TreeSet<>(Set.of("user_take_sample", "user_load_bag"));
    private final Set<String> joined = new HashSet<>();

    boolean accepts(String step, boolean again) {
      if (!open.remove(step)) return false;
      switch (step) {
        case "user_take_sample" -> open.add(again ? "user_take_sample" : "user_count_cells");
        case "user_load_bag" -> open.add("user_test_leak");
        case "user_count_cells", "user_test_leak" -> {
          joined.add(step);
          if (joined.size() == 2) open.add("user_close_culture");
        }
        default -> {}
      }
      return true;
    }
  }

  @Test
  void onlyAllowedTracesAreAccepted() {
    UUID recipe = shelf.put(TestRoutes.procedure("up-walk"), model());
    var random = new Random(50);
    int accepted = 0;
    int ended = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      var id = new BatchId(Ids.next());
      tx.executeWithoutResult(s -> route.start(id, recipe));
      var reference = new Reference();
      for (int call = 0; call < CALLS; call++) {
        String step = STEPS.get(random.nextInt(STEPS.size()));
        boolean again = random.nextInt(4) == 0;
        var key = new StepKey("up-walk", step, 1 + random.nextInt(3));
        boolean allowed = reference.accepts(step, again);
        assertThat(tryComplete(id, key, again))
            .as("walk %s call %s %s", walk, call, key)
            .isEqualTo(allowed);
        if (allowed) accepted++;
      }
      assertThat(open(id)).as("walk %s", walk).isEqualTo(reference.open);
      if (reference.open.isEmpty()) ended++;
      tx.executeWithoutResult(s -> route.abort(id, "end of the walk"));
    }
    assertThat(accepted).isGreaterThan(3 * WALKS);
    assertThat(ended).as("some walks reach the end").isPositive();
  }

  private boolean tryComplete(BatchId id, StepKey key, boolean again) {
    try {
      tx.executeWithoutResult(s -> route.stepCompleted(id, key, Map.of("again", again)));
      return true;
    } catch (MesException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.STEP_NOT_OPEN);
      return false;
    }
  }

  private Set<String> open(BatchId id) {
    var open = new TreeSet<String>();
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(id.toString())
        .list()
        .forEach(t -> open.add(t.getTaskDefinitionKey()));
    return open;
  }
}
