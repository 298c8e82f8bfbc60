package io.kizuna.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal the caller can understand and act on; bugs stay plain RuntimeExceptions.
 *
 * <p>It names the rule, the value met, the value needed and who can solve it ("Why can't I?").
 */
public class MesException extends RuntimeException {

  private final ErrorCode code;
  private final Refusal refusal;
  private final List<Fault> faults;

  /**
   * One of several things that are wrong at once.
   *
   * @param field parameter, scan or field of the request.
   */
  public record Fault(String field, ErrorCode code, Refusal refusal) {}

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
    this(code, refusal, List.of());
  }

  /** Several faults at once; the first one words the refusal. */
  public MesException(List<Fault> faults) {
    this(faults.get(0).code(), faults.get(0).refusal(), List.copyOf(faults));
  }

  private MesException(ErrorCode code, Refusal refusal, List<Fault> faults) {
    super(code.id + ": " + refusal.rule());
    this.code = code;
    this.refusal = refusal;
    this.faults = faults;
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

  /** Everything that was wrong; empty if there was just the one thing. */
  public List<Fault> fieldFaults() {
    return faults;
  }
}
