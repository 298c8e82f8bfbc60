package io.kizuna.batch;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.PersonId;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** Inbound port: a planner orders a batch; it gets its identity and starts. */
public interface OrderBatch {

  /**
   * Makes order, identity and batch of the effective version and starts its route.
   *
   * @return the batch; the same one again for the same {@code requestId}.
   * @throws io.kizuna.kernel.MesException ORDER_INVALID with all faults, RECIPE_NOT_EFFECTIVE.
   */
  BatchId order(Command command);

  /**
   * @param patientToken pseudonym, 4 to 60 letters, digits and hyphens.
   * @param bodyWeightKg body weight at apheresis, above 0 and below 300.
   * @param equipment a unit of the right class for every role of the recipe.
   */
  record Command(
      UUID requestId,
      String product,
      String client,
      String suite,
      String patientToken,
      BigDecimal bodyWeightKg,
      Map<String, EquipmentId> equipment,
      PersonId actor) {}
}
