package io.kizuna.audit;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException.Refusal;
import java.util.List;

/** Inbound port: a refused attempt is a fact of the record too (R04, R16, R30). */
public interface RecordRefusal {

  /** The action every refusal is recorded under. */
  String ACTION = "attempt.refused";

  /**
   * Records the attempt in a transaction of its own, since the attempt's has been rolled back.
   *
   * <p>The same attempt again within a minute is counted instead: whoever leans on a key may not
   * bury the trail. The count is recorded when the minute is over.
   */
  void refused(Attempt attempt);

  /**
   * One refused attempt.
   *
   * @param chain where it belongs: that of a batch, of a recipe, or {@code site}.
   * @param actor who tried.
   * @param tried what was tried, for example {@code PUT /api/batches/{batch}/holds/{requestId}};
   *     never with what was sent.
   * @param entity kind of the thing it was tried on, for example {@code step}.
   * @param fields the fields that were wrong; empty if it was not about fields.
   */
  record Attempt(
      String chain,
      String actor,
      String tried,
      String entity,
      String entityId,
      ErrorCode code,
      Refusal refusal,
      List<String> fields) {}
}
