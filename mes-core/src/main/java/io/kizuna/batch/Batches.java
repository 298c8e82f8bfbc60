package io.kizuna.batch;

import io.kizuna.identity.BatchIdentity;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.recipe.MasterBatchRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inbound port: reads batches, always through the eyes of a person (R40, R66). */
public interface Batches {

  /**
   * The batch if {@code viewer} may see it.
   *
   * @throws io.kizuna.kernel.MesException BATCH_UNKNOWN otherwise, also if it exists: guessing ids
   *     tells nothing.
   */
  Batch get(BatchId id, Person viewer);

  /** The batch, for parts of the system that act by themselves. */
  Batch get(BatchId id);

  /**
   * The batch if {@code viewer} may see it, its row locked until the transaction ends: one writer
   * per batch. What one may not see one may not change (R40).
   *
   * @throws io.kizuna.kernel.MesException BATCH_UNKNOWN otherwise, as {@link #get(BatchId,
   *     Person)}.
   */
  Batch lock(BatchId id, Person viewer);

  /** The batch, its row locked, for parts of the system that act by themselves. */
  Batch lock(BatchId id);

  /** The batches with these ids, for parts of the system that act by themselves; two questions. */
  Map<BatchId, Batch> all(Collection<BatchId> ids);

  /** The running or held batches this equipment is bound to and has not been released from. */
  List<Summary> using(io.kizuna.kernel.EquipmentId equipment);

  /** The oldest of those for every unit that has one. */
  Map<io.kizuna.kernel.EquipmentId, Summary> inUse();

  /** Newest first. */
  List<Summary> list(Filter filter, Person viewer);

  /** The batch with this number or COI, if {@code viewer} may see it. */
  Optional<Summary> byCode(String numberOrCoi, Person viewer);

  /**
   * @param states empty means every state.
   * @param limit at most 500.
   */
  record Filter(List<Batch.State> states, @Nullable String client, int limit) {}

  /**
   * What a list and the identity banner show.
   *
   * @param recipe the frozen control recipe.
   */
  record Summary(
      BatchId id,
      String number,
      String client,
      String suite,
      String product,
      String productVersion,
      Text productName,
      BatchIdentity identity,
      Batch.State state,
      @Nullable String holdReason,
      Batch.@Nullable Disposition disposition,
      MasterBatchRecord recipe,
      Instant createdAt,
      @Nullable Instant endedAt) {}
}
