package io.kizuna.testing;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.personnel.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Just the one {@link SampleBatch}. */
public record SampleBatches(SampleBatch sample) implements Batches {

  @Override
  public Batch get(BatchId id, Person viewer) {
    return sample.batch();
  }

  @Override
  public Batch get(BatchId id) {
    return sample.batch();
  }

  @Override
  public Batch lock(BatchId id, Person viewer) {
    return sample.batch();
  }

  @Override
  public Batch lock(BatchId id) {
    return sample.batch();
  }

  @Override
  public List<Summary> using(EquipmentId equipment) {
    return List.of();
  }

  @Override
  public Map<EquipmentId, Summary> inUse() {
    return Map.of();
  }

  @Override
  public Map<BatchId, Batch> all(Collection<BatchId> ids) {
    return Map.of(sample.batch().id(), sample.batch());
  }

  @Override
  public List<Summary> list(Filter filter, Person viewer) {
    return List.of();
  }

  @Override
  public Optional<Summary> byCode(String numberOrCoi, Person viewer) {
    return Optional.empty();
  }
}
