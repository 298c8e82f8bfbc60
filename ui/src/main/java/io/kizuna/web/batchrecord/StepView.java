package io.kizuna.web.batchrecord;

import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Verdict;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.Refusal;
import io.kizuna.web.batch.BatchHeader;
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
    @Nullable Refusal refusal) {

  record ScanDone(Instant at, PersonRef by) {}

  record ScanView(String id, Text name, String container, @Nullable ScanDone done) {}

  record LiveView(
      String tagId,
      Text name,
      @Nullable String unit,
      int decimals,
      @Nullable String low,
      @Nullable String high) {}

  record ParameterView(
      String id,
      Text name,
      Parameter.Type type,
      @Nullable String unit,
      int decimals,
      @Nullable Limits limits,
      Parameter.Classification classification,
      Source source,
      Parameter.OutsidePolicy policy,
      boolean required,
      @Nullable Boolean planned,
      List<Parameter.Choice> choices,
      @Nullable ValueView recorded) {}

  record ValueView(
      String value,
      @Nullable String unit,
      String display,
      Verdict verdict,
      int revision,
      String source,
      @Nullable Map<String, String> provenance,
      @Nullable String reason,
      PersonRef by,
      Instant at,
      List<ValueView> earlier) {}
}
