package io.kizuna.gxp;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the findings instead of a stack trace. */
class UnfitForUseAnalyzer extends AbstractFailureAnalyzer<UnfitForUse> {

  @Override
  protected FailureAnalysis analyze(Throwable root, UnfitForUse cause) {
    return new FailureAnalysis(
        "The server does not start: it is not fit for the use it was started for."
            + System.lineSeparator()
            + cause.getMessage(),
        "Change what was found. There is no switch to go on without it.",
        cause);
  }
}
