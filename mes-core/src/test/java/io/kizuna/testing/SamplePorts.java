package io.kizuna.testing;

import io.kizuna.audit.ReadAudit;
import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.ReadRecord;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.StepKey;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.processdata.Reading;
import io.kizuna.recipe.Source.Statistic;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.signature.Signing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ports of core over a {@link SampleBatch}, by hand. */
public record SamplePorts(SampleBatch sample)
    implements ReadRecord, Signing, ReadAudit, ReadHistorian, People {

  @Override
  public List<StepRun> steps(BatchId batch) {
    return sample.runs;
  }

  @Override
  public Optional<StepRun> step(BatchId batch, StepKey key) {
    return sample.runs.stream().filter(r -> r.key().equals(key)).findFirst();
  }

  @Override
  public List<Entry> story(String chain, int limit) {
    return sample.entries;
  }

  @Override
  public List<RecordedValue> values(BatchId batch) {
    return sample.values;
  }

  @Override
  public List<RecordedValue> values(UUID stepRun) {
    return sample.values.stream().filter(v -> v.stepRun().equals(stepRun)).toList();
  }

  @Override
  public List<IdentityCheck> identityChecks(BatchId batch) {
    return sample.checks;
  }

  @Override
  public List<HoldTimeRun> holdTimes(BatchId batch) {
    return sample.holdTimes;
  }

  @Override
  public List<BatchException> exceptions(BatchId batch) {
    return sample.exceptions;
  }

  @Override
  public Optional<BatchException> exception(UUID id) {
    return sample.exceptions.stream().filter(x -> x.id().equals(id)).findFirst();
  }

  @Override
  public List<Decision> decisions(BatchId batch) {
    return sample.decisions;
  }

  @Override
  public List<CommandSent> commands(BatchId batch) {
    return sample.commands;
  }

  @Override
  public List<UnitProcedureRun> unitProcedures(BatchId batch) {
    return sample.unitProcedures;
  }

  @Override
  public Challenge challenge(
      String session, String chain, String subject, Meaning meaning, Map<String, ?> content) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Challenge open(UUID challenge, String session, String subject) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Signature sign(Challenge opened, PersonId signer, String language) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void voidAll(Collection<UUID> signatures, String reason, PersonId by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Signature> ofChain(String chain) {
    return sample.signatures;
  }

  @Override
  public List<Entry> entries(String chain, int limit) {
    return sample.entries;
  }

  @Override
  public ChainCheck check(String chain) {
    return sample.chain;
  }

  @Override
  public Optional<Reading> latest(EquipmentId equipment, String tag) {
    return Optional.empty();
  }

  @Override
  public WindowResult window(
      EquipmentId equipment,
      String tag,
      Statistic statistic,
      Instant from,
      Instant to,
      BigDecimal low,
      BigDecimal high) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Gap> gaps(EquipmentId equipment, Instant from, Instant to) {
    return sample.gaps;
  }

  /** A slow wave around 37; no column where the sample has a gap. */
  @Override
  public Series series(EquipmentId equipment, String tag, Instant from, Instant to, int buckets) {
    var columns = new ArrayList<Bucket>();
    Duration width = Duration.between(from, to).dividedBy(buckets);
    for (int i = 0; i < buckets; i++) {
      Instant t = from.plus(width.multipliedBy(i));
      boolean missing =
          sample.gaps.stream().anyMatch(g -> !t.isBefore(g.from()) && t.isBefore(g.to()));
      if (missing) continue;
      double v = 37 + 0.3 * Math.sin(i / 40.0);
      columns.add(new Bucket(t, v - 0.05, v + 0.05, v, v + 0.01, 0));
    }
    return new Series(columns, sample.gaps, Duration.ofMinutes(1));
  }

  @Override
  public Optional<Person> find(PersonId id) {
    return sample.people.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  @Override
  public List<Person> all() {
    return sample.people;
  }

  @Override
  public Person active(PersonId id) {
    return find(id).orElseThrow();
  }

  @Override
  public void add(Person person, PersonId by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void change(PersonId person, Rights rights, PersonId by, String reason) {
    throw new UnsupportedOperationException();
  }
}
