package io.kizuna.web;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as the pages know it.
 *
 * @param code stable, for example {@code BR-001}; pages translate it.
 * @param rule the rule in plain words.
 * @param value what was met.
 * @param needed what would have been accepted.
 * @param solver who can solve it; null if the caller can.
 */
public record Refusal(
    String code,
    String rule,
    @Nullable String value,
    @Nullable String needed,
    @Nullable String solver) {

  public static Refusal of(ErrorCode code, MesException.Refusal refusal) {
    return new Refusal(
        code.id, refusal.rule(), refusal.value(), refusal.needed(), refusal.solver());
  }
}
