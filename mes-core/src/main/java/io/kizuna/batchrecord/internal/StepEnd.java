package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.BatchRoute;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.personnel.Person;
import io.kizuna.recipe.Formulas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happens when a step is over: the route moves on, and a critical exception holds the batch.
 */
@Component
class StepEnd {

  private final BatchRoute route;
  private final ChangeBatchState states;
  private final StepRunRows runs;

  StepEnd(BatchRoute route, ChangeBatchState states, StepRunRows runs) {
    this.route = route;
    this.states = states;
    this.runs = runs;
  }

  /** Moves the token; routing booleans come from the recorded values. */
  void route(StepContext ctx, Map<String, RecordedValue> values) {
    var variables = new HashMap<String, Object>();
    for (var p : ctx.step().parameters()) {
      var value = values.get(p.id());
      if (value != null) variables.put(p.id(), TypedValue.forFormula(p, value.value()));
    }
    var routing = new HashMap<String, Boolean>();
    ctx.step()
        .routing()
        .forEach((name, expression) -> routing.put(name, Formulas.decide(expression, variables)));
    route.stepCompleted(ctx.batch().id(), ctx.run().key(), routing);
  }

  /** A critical exception holds the batch until QA lets it go on (process.md: reject = hold). */
  void holdIfCritical(Batch batch, List<BatchException> opened) {
    opened.stream()
        .filter(e -> e.severity() == Severity.CRITICAL)
        .findFirst()
        .ifPresent(
            e ->
                states.hold(
                    batch.id(),
                    "exception " + e.number() + ": " + e.text().en(),
                    PersonId.system("record")));
  }

  /** A step of the batch the person can go on with, the newest first. */
  @Nullable StepKey next(Batch batch, Person person) {
    return runs.waiting(List.of(batch.id().value())).stream()
        .filter(r -> r.state() == StepRun.State.OPEN)
        .filter(
            r ->
                batch
                    .recipe()
                    .step(r.key().unitProcedure(), r.key().step())
                    .filter(s -> person.has(s.performer()))
                    .isPresent())
        .reduce((first, last) -> last)
        .map(r -> Objects.requireNonNull(r.key()))
        .orElse(null);
  }
}
