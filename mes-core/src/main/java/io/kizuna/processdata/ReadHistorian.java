package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.recipe.Source.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inbound port: questions to the historian. */
public interface ReadHistorian {

  /** The newest reading of a tag, whatever its quality. */
  Optional<Reading> latest(EquipmentId equipment, String tag);

  /**
   * Reduces the good readings of {@code [from, to]} to one number. Gaps are never bridged: a gap
   * longer than the tag's longest silence counts as not covered.
   *
   * @return empty value if the statistic does not exist for these readings (none at all, no
   *     nucleation found).
   */
  WindowResult window(
      EquipmentId equipment,
      String tag,
      Statistic statistic,
      Instant from,
      Instant to,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high);

  /** Gaps of the equipment's tags that touch {@code [from, to]}. */
  List<Gap> gaps(EquipmentId equipment, Instant from, Instant to);

  /** Minimum, maximum, first, last and number of bad readings per bucket; at most 2000 buckets. */
  Series series(EquipmentId equipment, String tag, Instant from, Instant to, int buckets);

  /**
   * @param coveragePercent 0 to 100, two decimals.
   * @param readings number of good readings used.
   * @param blockHash SHA-256 over the raw readings used, hex; binds the value to its source (R11).
   */
  record WindowResult(
      @Nullable BigDecimal value, BigDecimal coveragePercent, long readings, String blockHash) {}

  /**
   * @param tag null if the whole device was silent.
   * @param from source time of the last good reading before.
   * @param to source time of the first reading after; null while it lasts.
   */
  record Gap(
      EquipmentId equipment,
      @Nullable String tag,
      Instant from,
      @Nullable Instant to,
      String reason) {}

  /** One lane of a trend. */
  record Series(List<Bucket> buckets, List<Gap> gaps, Duration maxSilence) {}

  /** All readings of one pixel column; values are null if every reading was bad. */
  record Bucket(
      Instant start,
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Double first,
      @Nullable Double last,
      int bad) {}
}
