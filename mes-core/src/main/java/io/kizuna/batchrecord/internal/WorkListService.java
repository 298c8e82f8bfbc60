package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.ReadRecord.HoldTimeRun;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.WorkList;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class WorkListService implements WorkList {

  private static final int MOST = 50;

  /** Open steps looked at: more than a site's suites can have at once. */
  private static final int STEPS_MAX = 500;

  private final Batches batches;
  private final StepRunRows runs;
  private final HoldTimers holdTimers;
  private final RecordClock clock;

  WorkListService(Batches batches, StepRunRows runs, HoldTimers holdTimers, RecordClock clock) {
    this.batches = batches;
    this.runs = runs;
    this.holdTimers = holdTimers;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Item> of(Person person) {
    var open = runs.waiting(STEPS_MAX);
    var summaries =
        batches
            .list(
                new Batches.Filter(
                    List.of(Batch.State.RUNNING, Batch.State.HELD, Batch.State.COMPLETE),
                    null,
                    STEPS_MAX),
                person)
            .stream()
            .collect(Collectors.toMap(Batches.Summary::id, s -> s));
    Map<BatchId, Batch> known =
        batches.all(open.stream().map(StepRun::batch).filter(summaries::containsKey).toList());
    var timers =
        holdTimers.running().stream().collect(Collectors.groupingBy(HoldTimers.Timer::batch));
    Instant now = clock.now();
    return open.stream()
        .filter(r -> summaries.containsKey(r.batch()))
        .map(
            r -> {
              Batch batch = java.util.Objects.requireNonNull(known.get(r.batch()));
              var holds =
                  timers.getOrDefault(r.batch(), List.of()).stream()
                      .map(t -> HoldTimers.run(batch, t, now))
                      .toList();
              return item(
                  java.util.Objects.requireNonNull(summaries.get(r.batch())),
                  StepContext.of(batch, r),
                  holds,
                  person);
            })
        .sorted(
            Comparator.comparing((Item i) -> i.refusal() != null)
                .thenComparing(Item::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(i -> i.run().openedAt()))
        .limit(MOST)
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Fault> refusal(StepRun run, Person person) {
    var ctx = StepContext.of(batches.get(run.batch()), run);
    boolean verify = run.state() == StepRun.State.AWAITING_VERIFICATION;
    return Optional.ofNullable(refusal(ctx, person, verify));
  }

  private static Item item(
      Batches.Summary summary, StepContext ctx, List<HoldTimeRun> holds, Person person) {
    boolean verify = ctx.run().state() == StepRun.State.AWAITING_VERIFICATION;
    Fault refusal = refusal(ctx, person, verify);
    Action action = verify ? Action.VERIFY : Action.PERFORM;
    if (!verify && ctx.step().performer() == Role.QA) action = Action.REVIEW;
    if (refusal != null) action = Action.LOOK;
    Instant due =
        holds.stream().map(HoldTimeRun::normalUntil).min(Comparator.naturalOrder()).orElse(null);
    return new Item(
        summary, ctx.run(), ctx.unitProcedure(), ctx.step(), action, due, holds, refusal);
  }

  /** Why the person cannot do it now; null if they can. */
  private static @Nullable Fault refusal(StepContext ctx, Person person, boolean verify) {
    try {
      if (!ctx.run().routed()) ctx.batch().requireRunning();
      if (verify) StepAccess.requireVerifier(person, ctx);
      else StepAccess.requirePerformer(person, ctx.step());
      return null;
    } catch (MesException e) {
      return new Fault("step", e.code(), e.refusal());
    }
  }
}
