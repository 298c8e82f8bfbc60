package io.kizuna.report;

import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Verdict;
import io.kizuna.report.BatchRecord.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One pass of one step with everything recorded in it.
 *
 * @param signature the meaning the performer had to sign with; null where the log-in was enough.
 * @param language the language the performer saw.
 */
public record RecordedStep(
    String id,
    String key,
    String number,
    Text title,
    Text operation,
    List<Text> instructions,
    Role performer,
    Step.Verification verification,
    Step.@Nullable SignatureMeaning signature,
    StepRun.State state,
    int revision,
    Instant openedAt,
    @Nullable Actor performedBy,
    @Nullable Instant performedAt,
    @Nullable Actor verifiedBy,
    @Nullable Instant verifiedAt,
    @Nullable Instant completedAt,
    @Nullable String language,
    @Nullable String comment,
    List<Line> parameters,
    List<IdentityCheck> identityChecks,
    List<RecordedSignature> signatures) {

  /**
   * A parameter of the recipe with what was recorded for it.
   *
   * @param recorded null if nothing was.
   */
  public record Line(
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
      List<Parameter.Choice> choices,
      @Nullable Value recorded) {}

  /**
   * A recorded value.
   *
   * @param value exactly as entered, read or computed.
   * @param display rounded for people.
   * @param earlier the values it replaced, oldest first.
   */
  public record Value(
      String value,
      @Nullable String unit,
      String display,
      Verdict verdict,
      int revision,
      String source,
      Map<String, String> provenance,
      @Nullable String reason,
      Actor by,
      Instant at,
      List<Value> earlier) {}

  /** One scan of one container. */
  public record IdentityCheck(
      String scan, Text name, String code, boolean matched, Actor by, Instant at) {}
}
