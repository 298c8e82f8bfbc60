package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.batchrecord.internal.StepContext.StepReference;
import io.kizuna.batchrecord.internal.StepEvaluation.Found;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.material.Lots;
import io.kizuna.processdata.ReadHistorian;
import io.kizuna.processdata.Reading;
import io.kizuna.recipe.Source;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values the system finds by itself: from tags, windows, certificates and earlier steps. */
@Component
class AutomaticValues {

  private final ReadHistorian historian;
  private final Lots lots;
  private final StepRunRows runs;
  private final ValueRows values;
  private final RecordClock clock;

  AutomaticValues(
      ReadHistorian historian, Lots lots, StepRunRows runs, ValueRows values, RecordClock clock) {
    this.historian = historian;
    this.lots = lots;
    this.runs = runs;
    this.values = values;
    this.clock = clock;
  }

  /**
   * @throws MesException VALUE_UNAVAILABLE if there is none now.
   */
  Found find(StepContext ctx, Source source, Map<String, Found> sameStep) {
    if (source instanceof Source.Tag tag) return tag(ctx, tag);
    if (source instanceof Source.Window window) return window(ctx, window);
    if (source instanceof Source.Previous previous) return previous(ctx, previous);
    if (source instanceof Source.Certificate c) return certificate(ctx, c, sameStep);
    throw new IllegalStateException("not automatic: " + source);
  }

  private Found tag(StepContext ctx, Source.Tag t) {
    EquipmentId unit = ctx.batch().equipment(t.equipment());
    Reading reading =
        historian
            .latest(unit, t.tag())
            .orElseThrow(
                () -> unavailable("The tag has sent no value yet.", unit + "." + t.tag(), null));
    Duration age = Duration.between(reading.sourceTime(), clock.now());
    if (age.compareTo(t.maxAge()) > 0) {
      throw unavailable("The tag's value is too old.", age.toString(), "at most " + t.maxAge());
    }
    if (reading.quality() != Reading.Quality.GOOD) {
      throw unavailable("The tag's value must be good.", reading.quality().name(), "GOOD");
    }
    String value = reading.text();
    if (value == null && reading.value() != null) value = number(reading.value());
    if (value == null) throw unavailable("The tag has no value.", null, null);
    var facts = new TreeMap<String, String>();
    facts.put("tag", unit + "." + t.tag());
    facts.put("sourceTime", reading.sourceTime().toString());
    facts.put("receivedAt", reading.receivedAt().toString());
    facts.put("quality", reading.quality().name());
    return new Found(value, "TAG", facts);
  }

  /** The double the device sent, in its shortest decimal form that reads back the same. */
  private static String number(double value) {
    return new BigDecimal(Double.toString(value)).toPlainString();
  }

  private Found window(StepContext ctx, Source.Window w) {
    EquipmentId unit = ctx.batch().equipment(w.equipment());
    Instant from = performed(ctx, w.from());
    Instant to = w.to() == null ? clock.now() : performed(ctx, w.to());
    if (!from.isBefore(to)) {
      throw unavailable("The window must have a length.", from + " – " + to, null);
    }
    var result =
        historian.window(
            unit, w.tag(), w.statistic(), from, to, decimal(w.low()), decimal(w.high()));
    BigDecimal value = result.value();
    if (value == null) {
      throw unavailable(
          "The readings of the window do not give this statistic.",
          result.readings() + " readings, coverage " + result.coveragePercent() + " %",
          w.statistic().name());
    }
    var facts = new TreeMap<String, String>();
    facts.put("tag", unit + "." + w.tag());
    facts.put("statistic", w.statistic().name());
    facts.put("from", from.toString());
    facts.put("to", to.toString());
    facts.put("coverage", result.coveragePercent().toPlainString());
    facts.put("minCoverage", Integer.toString(w.minCoverage()));
    facts.put("readings", Long.toString(result.readings()));
    facts.put("blockHash", result.blockHash());
    return new Found(value.toPlainString(), "WINDOW", facts);
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private Instant performed(StepContext ctx, String reference) {
    StepReference step = ctx.reference(reference);
    if (step.unitProcedure().equals(ctx.unitProcedure().id())
        && step.step().equals(ctx.step().id())) {
      return clock.now(); // the moment of this step
    }
    return done(ctx, step)
        .reduce((first, last) -> last)
        .map(StepRun::performedAt)
        .orElseThrow(
            () ->
                unavailable(
                    "The window begins or ends with a step not done yet.", reference, null));
  }

  private java.util.stream.Stream<StepRun> done(StepContext ctx, StepReference step) {
    return runs.ofStep(ctx.batch().id(), step.unitProcedure(), step.step()).stream()
        .filter(r -> r.performedAt() != null);
  }

  private Found previous(StepContext ctx, Source.Previous p) {
    StepReference step = ctx.reference(p.step());
    List<StepRun> passes = done(ctx, step).toList();
    if (p.occurrence() == Source.Previous.Occurrence.LAST) {
      passes =
          passes.stream()
              .sorted(
                  java.util.Comparator.comparingInt((StepRun r) -> r.key().occurrence()).reversed())
              .toList();
    }
    for (StepRun pass : passes) {
      RecordedValue value = values.latest(pass.id()).get(p.parameter());
      if (value != null) {
        var facts = new TreeMap<String, String>();
        facts.put("step", pass.key().toString());
        facts.put("parameter", p.parameter());
        facts.put("revision", Integer.toString(value.revision()));
        return new Found(value.value(), "PREVIOUS", facts);
      }
    }
    throw unavailable(
        "An earlier step must have recorded the value.", p.step() + "." + p.parameter(), null);
  }

  private Found certificate(StepContext ctx, Source.Certificate c, Map<String, Found> sameStep) {
    String code =
        scanned(ctx, c.scan(), sameStep)
            .orElseThrow(() -> unavailable("The lot must be scanned first.", c.scan(), null));
    String stated = lots.find(code).map(l -> l.attributes().get(c.attribute())).orElse(null);
    if (stated == null) {
      throw unavailable("The certificate of the lot must state it.", code, c.attribute());
    }
    return new Found(stated, "CERTIFICATE", Map.of("lot", code, "attribute", c.attribute()));
  }

  private Optional<String> scanned(StepContext ctx, String scan, Map<String, Found> sameStep) {
    int dot = scan.lastIndexOf('.');
    if (dot < 0) return Optional.ofNullable(sameStep.get(scan)).map(Found::value);
    StepReference step = ctx.reference(scan.substring(0, dot));
    String parameter = scan.substring(dot + 1);
    return done(ctx, step)
        .reduce((first, last) -> last)
        .map(run -> values.latest(run.id()).get(parameter))
        .map(RecordedValue::value);
  }

  private static MesException unavailable(
      String rule, @Nullable String value, @Nullable String needed) {
    return new MesException(ErrorCode.VALUE_UNAVAILABLE, rule, value, needed, null);
  }
}
