package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.kernel.Text;
import io.kizuna.processdata.GapOpened;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A gap in the readings of a unit is an exception of every batch that uses it (R73). */
@Component
class GapExceptions {

  private final Batches batches;
  private final Exceptions exceptions;

  GapExceptions(Batches batches, Exceptions exceptions) {
    this.batches = batches;
    this.exceptions = exceptions;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(GapOpened gap) {
    String source = gap.equipment() + (gap.tag() == null ? "" : "." + gap.tag());
    for (var batch : List.copyOf(batches.using(gap.equipment()))) {
      batches.lock(batch.id());
      exceptions.open(
          batch.id(),
          new Exceptions.Draft(
              Type.DATA_GAP,
              Severity.MAJOR,
              null,
              null,
              new Text("Readings missing from " + source, "測定値の欠落:" + source),
              "from " + gap.from(),
              "no gap",
              gap.reason()),
          "system:equipment-link");
    }
  }
}
