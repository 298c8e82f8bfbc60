package io.kizuna.retention;

import io.kizuna.kernel.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How long one market asks for the record of a batch.
 *
 * @param market for example {@code EU}; a market the product does not ship is a site's own, for
 *     example a contract.
 * @param product code of the product, or {@link #EVERY_PRODUCT}.
 * @param years after the expiry of the batch.
 * @param shelfLifeMonths from the end of the batch to its expiry.
 * @param source the law or contract that asks for it.
 * @param setBy null for a rule that ships with the product.
 */
public record RetentionRule(
    String market,
    String product,
    int years,
    int shelfLifeMonths,
    String source,
    @Nullable PersonId setBy,
    @Nullable Instant setAt) {

  /** Stands for the product where a rule is for all of them. */
  public static final String EVERY_PRODUCT = "*";

  /** The moment until which a record of a batch that ended then is kept; calendar years, UTC. */
  public Instant until(Instant ended) {
    return ended.atOffset(ZoneOffset.UTC).plusMonths(shelfLifeMonths).plusYears(years).toInstant();
  }
}
