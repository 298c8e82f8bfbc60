package io.kizuna.batch;

import io.kizuna.identity.BatchIdentity;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.MasterBatchRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch: material of one patient made by one frozen copy of an approved master (R48, F10).
 *
 * @param number the number people speak, for example {@code B-2611-042}.
 * @param recipe the control recipe: an exact copy of the approved master.
 * @param patientToken pseudonym; never a name (R91).
 * @param bodyWeightKg at apheresis, from the order.
 * @param equipment role of the recipe to the unit bound to it.
 */
public record Batch(
    BatchId id,
    String number,
    String client,
    String suite,
    UUID recipeVersion,
    String recipeHash,
    MasterBatchRecord recipe,
    BatchIdentity identity,
    String patientToken,
    BigDecimal bodyWeightKg,
    Map<String, EquipmentId> equipment,
    State state,
    @Nullable String holdReason,
    @Nullable Disposition disposition,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable Instant disposedAt) {

  /** ISA-88 states of a batch. */
  public enum State {
    IDLE,
    RUNNING,
    HELD,
    COMPLETE,
    STOPPED,
    ABORTED
  }

  /** What QA decided about it. */
  public enum Disposition {
    RELEASED,
    REJECTED
  }

  /** The audit chain of this batch. */
  public String chain() {
    return chainOf(id);
  }

  /** The audit chain of the batch {@code id}. */
  public static String chainOf(BatchId id) {
    return "batch:" + id;
  }

  /**
   * The unit bound to a role of the recipe.
   *
   * @throws MesException EQUIPMENT_UNKNOWN if none is bound.
   */
  public EquipmentId equipment(String role) {
    var unit = equipment.get(role);
    if (unit == null) {
      throw new MesException(
          ErrorCode.EQUIPMENT_UNKNOWN, "A unit must be bound to the role.", role, null, "PLANNER");
    }
    return unit;
  }

  /**
   * @throws MesException BATCH_NOT_RUNNING if nothing may be recorded now.
   */
  public void requireRunning() {
    if (state == State.RUNNING) return;
    throw new MesException(
        ErrorCode.BATCH_NOT_RUNNING,
        holdReason == null ? "The batch must be running." : "The batch is held: " + holdReason,
        state.name(),
        State.RUNNING.name(),
        state == State.HELD ? "QA" : null);
  }
}
