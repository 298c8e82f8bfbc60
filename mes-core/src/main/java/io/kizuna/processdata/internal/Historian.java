package io.kizuna.processdata.internal;

import io.kizuna.equipment.TagDefinition;
import io.kizuna.equipment.TagDirectory;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.processdata.RawReadings;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.processdata.Reading;
import io.kizuna.recipe.Source.Statistic;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class Historian implements ReadHistorian, RawReadings {

  private static final int BUCKETS_MAX = 2_000;

  /** A curve of 11 days at one reading in 5 s; a freezing run has about a thousand. */
  private static final int CURVE_POINTS_MAX = 200_000;

  /** For tags no tag map describes. */
  private static final Duration SILENCE_DEFAULT = Duration.ofMinutes(5);

  /** Beyond this many digits a mean of measured doubles is rounding noise. */
  private static final MathContext COMPUTED = new MathContext(12, RoundingMode.HALF_EVEN);

  private final ReadingRows rows;
  private final GapRows gaps;
  private final LatestReadings latest;
  private final TagDirectory tags;

  Historian(ReadingRows rows, GapRows gaps, LatestReadings latest, TagDirectory tags) {
    this.rows = rows;
    this.gaps = gaps;
    this.latest = latest;
    this.tags = tags;
  }

  @Override
  public Optional<Reading> latest(EquipmentId equipment, String tag) {
    return latest.latest(equipment, tag);
  }

  @Override
  @Transactional(readOnly = true)
  public WindowResult window(
      EquipmentId equipment,
      String tag,
      Statistic statistic,
      Instant from,
      Instant to,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high) {
    if (from.isAfter(to)) throw invalid("A window ends after it begins.", from + " – " + to);
    var silence = maxSilence(equipment, tag);
    var spans =
        gaps.find(equipment, tag, from.minus(silence), to).stream()
            .map(g -> new Span(g.from(), g.to()))
            .toList();
    var measure =
        new WindowMeasure(
            from,
            to,
            low == null ? Double.NEGATIVE_INFINITY : low.doubleValue(),
            high == null ? Double.POSITIVE_INFINITY : high.doubleValue(),
            new Coverage(silence, spans));
    var curve = isCurve(statistic) ? new ArrayList<FreezingCurve.Point>() : null;
    var hash = new BlockHash(equipment, tag);
    var used = new long[1];
    rows.find(equipment, tag)
        .ifPresent(
            id -> {
              rows.before(id, from, from.minus(silence))
                  .ifPresent(s -> take(s, measure, null, hash, used));
              rows.forEach(id, from, to, s -> take(s, measure, curve, hash, used));
            });
    measure.finish();
    var value =
        curve == null
            ? ofMeasure(statistic, measure, from, to)
            : ofCurve(statistic, new FreezingCurve(curve, silence), low, high);
    var coverage = BigDecimal.valueOf(measure.coveragePercent()).setScale(2, RoundingMode.DOWN);
    return new WindowResult(value, coverage, used[0], hash.hex());
  }

  private static void take(
      StoredSample sample,
      WindowMeasure measure,
      @Nullable List<FreezingCurve.Point> curve,
      BlockHash hash,
      long[] used) {
    measure.add(sample);
    hash.add(sample);
    var value = sample.value();
    if (!sample.good() || value == null) return;
    used[0]++;
    if (curve == null) return;
    if (curve.size() == CURVE_POINTS_MAX) {
      throw invalid("A curve has at most " + CURVE_POINTS_MAX + " readings.", "more");
    }
    curve.add(new FreezingCurve.Point(sample.at(), value));
  }

  private static boolean isCurve(Statistic statistic) {
    return switch (statistic) {
      case NUCLEATION_TEMPERATURE, EXOTHERM_RISE, PLATEAU_MINUTES, COOLING_RATE -> true;
      case MIN,
          MAX,
          MEAN,
          FIRST,
          LAST,
          MEAN_KINETIC_TEMPERATURE,
          COVERAGE,
          MINUTES_OUTSIDE,
          DURATION ->
          false;
    };
  }

  private static @Nullable BigDecimal ofMeasure(
      Statistic statistic, WindowMeasure m, Instant from, Instant to) {
    return switch (statistic) {
      case MIN -> exact(m.min());
      case MAX -> exact(m.max());
      case FIRST -> exact(m.first());
      case LAST -> exact(m.last());
      case MEAN -> computed(m.mean());
      case MEAN_KINETIC_TEMPERATURE -> computed(m.meanKineticTemperature());
      case MINUTES_OUTSIDE -> computed(m.outsideMinutes());
      case COVERAGE -> BigDecimal.valueOf(m.coveragePercent()).setScale(2, RoundingMode.DOWN);
      case DURATION -> computed(Span.minutes(from, to));
      case NUCLEATION_TEMPERATURE, EXOTHERM_RISE, PLATEAU_MINUTES, COOLING_RATE ->
          throw new IllegalArgumentException(statistic + " is read from the curve");
    };
  }

  private static @Nullable BigDecimal ofCurve(
      Statistic statistic,
      FreezingCurve curve,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high) {
    OptionalDouble value;
    if (statistic == Statistic.NUCLEATION_TEMPERATURE) {
      value = curve.nucleationTemperature();
    } else if (statistic == Statistic.EXOTHERM_RISE) {
      value = curve.exothermRise();
    } else if (statistic == Statistic.PLATEAU_MINUTES) {
      value = curve.plateauMinutes(required(low, statistic, "low").doubleValue());
    } else {
      value =
          curve.coolingRate(
              required(high, statistic, "high").doubleValue(),
              required(low, statistic, "low").doubleValue());
    }
    return value.isPresent() ? computed(value.getAsDouble()) : null;
  }

  @Override
  public List<Gap> gaps(EquipmentId equipment, Instant from, Instant to) {
    return gaps.find(equipment, from, to);
  }

  @Override
  @Transactional(readOnly = true)
  public Series series(EquipmentId equipment, String tag, Instant from, Instant to, int buckets) {
    if (!from.isBefore(to)) throw invalid("A trend ends after it begins.", from + " – " + to);
    if (buckets < 1 || buckets > BUCKETS_MAX) {
      throw invalid("A trend has 1 to " + BUCKETS_MAX + " buckets.", String.valueOf(buckets));
    }
    var silence = maxSilence(equipment, tag);
    var columns = new SeriesBuckets(equipment, tag, from, to, buckets, silence);
    rows.find(equipment, tag).ifPresent(id -> rows.forEach(id, from, to, columns::add));
    var recorded = gaps.find(equipment, tag, from, to);
    var all = new ArrayList<>(recorded);
    all.addAll(columns.silencesBeside(recorded));
    all.sort(Comparator.comparing(Gap::from));
    return new Series(columns.buckets(), List.copyOf(all), silence);
  }

  @Override
  public List<Reading> raw(EquipmentId equipment, String tag, Instant from, Instant to, int limit) {
    return rows.raw(equipment, tag, from, to, Math.min(limit, LIMIT_MAX));
  }

  private Duration maxSilence(EquipmentId equipment, String tag) {
    return tags.find(equipment, tag).map(TagDefinition::maxSilence).orElse(SILENCE_DEFAULT);
  }

  /** A reading as it is: the shortest decimal that is this double. */
  private static @Nullable BigDecimal exact(double value) {
    return Double.isNaN(value) ? null : BigDecimal.valueOf(value);
  }

  private static @Nullable BigDecimal computed(double value) {
    if (Double.isNaN(value)) return null;
    var rounded = new BigDecimal(value).round(COMPUTED);
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
  }

  private static BigDecimal required(@Nullable BigDecimal value, Statistic statistic, String name) {
    if (value == null)
      throw invalid("A statistic of this kind needs a limit.", statistic + ": " + name);
    return value;
  }

  private static MesException invalid(String rule, String value) {
    return new MesException(ErrorCode.QUERY_INVALID, rule, value, null, null);
  }
}
