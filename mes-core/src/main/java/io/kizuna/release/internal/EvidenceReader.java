package io.kizuna.release.internal;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batch.Batch;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.SealReadings;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.processdata.ReadHistorian.Gap;
import io.kizuna.signature.Signing;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what the gates look at: a fixed number of questions per batch. */
@Component
class EvidenceReader {

  private final SealReadings readings;
  private final ReadRecord records;
  private final Signing signing;
  private final ReadAudit audit;
  private final ReadHistorian historian;
  private final People people;
  private final RecordClock clock;

  EvidenceReader(
      SealReadings readings,
      ReadRecord records,
      Signing signing,
      ReadAudit audit,
      ReadHistorian historian,
      People people,
      RecordClock clock) {
    this.readings = readings;
    this.records = records;
    this.signing = signing;
    this.audit = audit;
    this.historian = historian;
    this.people = people;
    this.clock = clock;
  }

  /** What is decided about includes every reading there is: they are sealed first. */
  Evidence read(Batch batch) {
    readings.upToNow(batch.id());
    return new Evidence(
        batch,
        records.steps(batch.id()),
        records.values(batch.id()),
        records.identityChecks(batch.id()),
        records.holdTimes(batch.id()),
        records.exceptions(batch.id()),
        records.unitProcedures(batch.id()),
        records.commands(batch.id()),
        signing.ofChain(batch.chain()),
        gaps(batch),
        audit.check(batch.chain()),
        people.all().stream().collect(Collectors.toMap(p -> p.id().value(), (Person p) -> p)));
  }

  private List<Gap> gaps(Batch batch) {
    Instant end = batch.endedAt() == null ? clock.now() : batch.endedAt();
    return new HashSet<>(batch.equipment().values())
        .stream().flatMap(unit -> historian.gaps(unit, batch.createdAt(), end).stream()).toList();
  }
}
