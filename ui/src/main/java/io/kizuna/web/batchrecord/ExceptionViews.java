package io.kizuna.web.batchrecord;

import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.recipe.Step;
import io.kizuna.web.PersonNames;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts exceptions, their steps and QA's decisions together; one form for every page. */
@Component
public class ExceptionViews {

  private final ReadRecord record;
  private final PersonNames names;

  ExceptionViews(ReadRecord record, PersonNames names) {
    this.record = record;
    this.names = names;
  }

  /** {@code exceptions} of {@code batch} with the last decision on each. */
  public List<ExceptionView> of(Batch batch, List<BatchException> exceptions) {
    Map<UUID, StepRun> runs =
        record.steps(batch.id()).stream()
            .collect(Collectors.toMap(StepRun::id, Function.identity()));
    Map<UUID, ReadRecord.Decision> last =
        record.decisions(batch.id()).stream()
            .collect(
                Collectors.toMap(
                    ReadRecord.Decision::exception, Function.identity(), (before, after) -> after));
    return exceptions.stream()
        .map(
            e ->
                view(
                    batch, e, e.stepRun() == null ? null : runs.get(e.stepRun()), last.get(e.id())))
        .toList();
  }

  private ExceptionView view(
      Batch batch, BatchException e, @Nullable StepRun run, ReadRecord.@Nullable Decision last) {
    return new ExceptionView(
        e.id(),
        e.number(),
        e.type(),
        e.severity(),
        run == null ? null : run.key().toString(),
        run == null ? null : number(batch, run),
        e.parameter(),
        e.text(),
        e.value(),
        e.limit(),
        e.reason(),
        e.openedAt(),
        names.of(e.openedBy()),
        e.state(),
        last == null ? null : last.decision(),
        last == null ? null : last.comment(),
        last == null ? null : names.of(last.by()),
        last == null ? null : last.at());
  }

  private static @Nullable String number(Batch batch, StepRun run) {
    return batch
        .recipe()
        .step(run.key().unitProcedure(), run.key().step())
        .map(Step::number)
        .orElse(null);
  }
}
