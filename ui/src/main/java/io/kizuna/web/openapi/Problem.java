package io.kizuna.web.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of every refusal (RFC 9457), as {@code Problems} writes it; see {@link
 * io.kizuna.web.Refusal} for its parts.
 *
 * @param title name of the code.
 * @param faults given when several things are wrong at once.
 */
record Problem(
    @Nullable String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    String code,
    String rule,
    @Nullable String value,
    @Nullable String needed,
    @Nullable String solver,
    @Nullable List<Fault> faults) {

  /**
   * One of several faults: of a field of the request, or of a line of a recipe package.
   *
   * @param field, parameter the same: the parameter, scan or field it is about.
   * @param line in {@code file}, from 1.
   */
  record Fault(
      @Nullable String field,
      @Nullable String parameter,
      @Nullable String file,
      @Nullable Integer line,
      @Nullable String code,
      String rule,
      @Nullable String value,
      @Nullable String needed,
      @Nullable String solver) {}
}
