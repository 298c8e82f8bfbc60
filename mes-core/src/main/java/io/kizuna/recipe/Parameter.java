package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value of a step.
 *
 * @param id unique in its step; formulas refer to it by this name.
 * @param unit UCUM code, {@code 1} for a pure number, null for types without a unit.
 * @param decimals digits after the point for display only; stored values keep all digits.
 * @param limits null where nothing is judged.
 * @param policy what happens outside the limits.
 * @param choices allowed values of a choice, empty otherwise.
 * @param planned a time that may lie ahead (a slot, an expiry); the time of an event may not (R17).
 */
public record Parameter(
    String id,
    Text name,
    Type type,
    @Nullable String unit,
    int decimals,
    @Nullable Limits limits,
    Classification classification,
    Source source,
    OutsidePolicy policy,
    boolean required,
    List<Choice> choices,
    boolean planned) {

  /** A parameter that is no planned time. */
  public Parameter(
      String id,
      Text name,
      Type type,
      @Nullable String unit,
      int decimals,
      @Nullable Limits limits,
      Classification classification,
      Source source,
      OutsidePolicy policy,
      boolean required,
      List<Choice> choices) {
    this(
        id,
        name,
        type,
        unit,
        decimals,
        limits,
        classification,
        source,
        policy,
        required,
        choices,
        false);
  }

  /** What kind of value it is. */
  public enum Type {
    DECIMAL,
    INTEGER,
    BOOLEAN,
    CHOICE,
    TEXT,
    TIME,
    SCAN,
    FILE,
    CURVE
  }

  /** Why the value matters (ICH Q8 terms). */
  public enum Classification {
    CPP,
    CQA,
    IPC,
    INFO
  }

  /** What the system asks for when a value is outside its limits (F12). */
  public enum OutsidePolicy {
    /** An exception is opened; work goes on. */
    WARN,
    /** A reason is needed before it is recorded. */
    REASON,
    /** A reason and the signature of a supervisor are needed. */
    SECOND_SIGNATURE,
    /** It cannot be recorded; the step stays open. */
    BLOCK
  }

  /** One allowed value of a choice, with its verdict if it is judged. */
  public record Choice(String value, Text name, @Nullable Verdict verdict) {}
}
