package io.kizuna.web.batchrecord;

import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Verdict;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.batch.BatchHeader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step as the execution page shows it (W2). */
record StepView(
    BatchHeader header,
    String key,
    String number,
    UnitProcedureLine unitProcedure,
    Text operation,
    Text title,
    List<Text> instructions,
    @Nullable Text caution,
    Role performer,
    Step.Verification verification,
    Step.@Nullable SignatureMeaning signature,
    StepRun.State state,
    int revision,
    Instant openedAt,
    @Nullable PersonRef performedBy,
    @Nullable Instant performedAt,
    @Nullable PersonRef verifiedBy,
    @Nullable Instant verifiedAt,
    @Nullable String comment,
    List<ScanView> identityScans,
    List<ParameterView> parameters,
    List<LiveView> live,
    List<HoldTimeView> holdTimes,
    @Nullable Map<String, String> refusal) {

  record UnitProcedureLine(String id, String number, Text title) {}

  record Done(Instant at, PersonRef by) {}

  record ScanView(String id, Text name, String container, @Nullable Done done) {}

  record LiveView(
      String tagId,
      Text name,
      @Nullable String unit,
      int decimals,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high) {}

  record RangeView(@Nullable BigDecimal low, @Nullable BigDecimal high) {}

  record LimitsView(
      @Nullable RangeView normal,
      List<RangeView> alert,
      @Nullable BigDecimal rejectBelow,
      @Nullable BigDecimal rejectAbove,
      List<String> allowed) {

    static @Nullable LimitsView of(@Nullable Limits l) {
      if (l == null) return null;
      return new LimitsView(
          l.normal() == null ? null : new RangeView(l.normal().low(), l.normal().high()),
          l.alert().stream().map(r -> new RangeView(r.low(), r.high())).toList(),
          l.rejectBelow(),
          l.rejectAbove(),
          l.allowed());
    }
  }

  record ParameterView(
      String id,
      Text name,
      Parameter.Type type,
      @Nullable String unit,
      int decimals,
      @Nullable LimitsView limits,
      Parameter.Classification classification,
      Map<String, Object> source,
      Parameter.OutsidePolicy policy,
      boolean required,
      List<Parameter.Choice> choices,
      @Nullable ValueView recorded) {}

  record ValueView(
      String value,
      @Nullable String unit,
      String display,
      Verdict verdict,
      int revision,
      String source,
      @Nullable Object provenance,
      @Nullable String reason,
      PersonRef by,
      Instant at,
      List<ValueView> earlier) {}
}
