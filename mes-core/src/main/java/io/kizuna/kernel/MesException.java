package io.kizuna.kernel;

import org.jspecify.annotations.Nullable;

/**
 * A refusal the caller can understand and act on; bugs stay plain RuntimeExceptions.
 *
 * <p>It names the rule, the value met, the value needed and who can solve it ("Why can't I?").
 */
public class MesException extends RuntimeException {

  private final ErrorCode code;
  private final Refusal refusal;

  /**
   * @param rule the rule in plain words.
   * @param value what was met; null where there is nothing to show.
   * @param needed what would have been accepted; null where the rule says it all.
   * @param solver who can solve it; null if the caller can.
   */
  public record Refusal(
      String rule, @Nullable String value, @Nullable String needed, @Nullable String solver) {}

  public MesException(ErrorCode code, String rule) {
    this(code, new Refusal(rule, null, null, null));
  }

  public MesException(ErrorCode code, Refusal refusal) {
    super(code.id + ": " + refusal.rule());
    this.code = code;
    this.refusal = refusal;
  }

  public MesException(
      ErrorCode code,
      String rule,
      @Nullable String value,
      @Nullable String needed,
      @Nullable String solver) {
    this(code, new Refusal(rule, value, needed, solver));
  }

  public ErrorCode code() {
    return code;
  }

  public Refusal refusal() {
    return refusal;
  }
}
