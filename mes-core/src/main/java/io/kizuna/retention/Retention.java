package io.kizuna.retention;

import io.kizuna.batch.Batch;
import io.kizuna.kernel.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Inbound port: how long a record is kept. Nothing in the product removes a record, whatever this
 * says: the database refuses it. It tells archivists when a record may leave the archive.
 */
public interface Retention {

  /** The present state of one batch. */
  Kept of(Batch batch);

  /** The rules in force, by market and product. */
  List<RetentionRule> rules();

  /** All legal holds of a batch and their ends, oldest first. */
  List<LegalHolds.Decision> holds(Batch batch);

  /**
   * Sets a rule from now on; the one before stays on record.
   *
   * @throws io.kizuna.kernel.MesException ROLE_MISSING unless QA; REASON_MISSING;
   *     RETENTION_TOO_SHORT if the market's law asks for more years.
   */
  void set(Wanted wanted);

  /**
   * What somebody wants to set.
   *
   * @param requestId made by the client: sent twice, set once.
   */
  record Wanted(
      UUID requestId,
      String market,
      String product,
      int years,
      int shelfLifeMonths,
      String source,
      String reason,
      PersonId by) {}

  /**
   * @param retainUntil null while the batch has not ended: the time counts from its end.
   * @param rule the one that asks for the longest time.
   * @param legalHold the hold in force; null if there is none.
   * @param due whether the record must be kept now: before its time is over, or under a hold.
   */
  record Kept(
      @Nullable Instant retainUntil,
      RetentionRule rule,
      LegalHolds.@Nullable Decision legalHold,
      boolean due) {}
}
