package io.kizuna.web.work;

import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.WorkList;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.web.Actor;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.Refusal;
import io.kizuna.web.batch.BatchHeader;
import io.kizuna.web.batch.Headers;
import io.kizuna.web.batchrecord.HoldTimeView;
import io.kizuna.web.batchrecord.UnitProcedureLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The worklist (W1). */
@RestController
class WorkController {

  private final WorkList workList;
  private final People people;
  private final Headers headers;
  private final RecordClock clock;
  private final PersonNames names;

  WorkController(
      WorkList workList, People people, Headers headers, RecordClock clock, PersonNames names) {
    this.workList = workList;
    this.people = people;
    this.headers = headers;
    this.clock = clock;
    this.names = names;
  }

  record WorkStep(String key, String number, Text title, StepRun.State state) {}

  record WorkItem(
      BatchHeader batch,
      WorkStep step,
      UnitProcedureLine unitProcedure,
      WorkList.Action action,
      Instant openedAt,
      @Nullable PersonRef requestedBy,
      @Nullable Instant dueAt,
      List<HoldTimeView> holdTimes,
      @Nullable Refusal refusal) {}

  record Work(Instant now, List<WorkItem> items, int more) {}

  @GetMapping("/api/work")
  Work work(Actor actor) {
    var items = workList.of(people.active(actor.id()));
    return new Work(clock.now(), items.stream().map(this::item).toList(), 0);
  }

  private WorkItem item(WorkList.Item i) {
    return new WorkItem(
        headers.of(i.batch()),
        new WorkStep(
            i.run().key().toString(), i.step().number(), i.step().title(), i.run().state()),
        UnitProcedureLine.of(i.unitProcedure()),
        i.action(),
        i.run().openedAt(),
        names.ofNullable(i.run().performedBy()),
        i.dueAt(),
        i.holdTimes().stream().map(HoldTimeView::of).toList(),
        i.refusal() == null ? null : Refusal.of(i.refusal().code(), i.refusal().refusal()));
  }
}
