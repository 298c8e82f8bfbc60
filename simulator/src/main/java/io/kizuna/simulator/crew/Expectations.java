package io.kizuna.simulator.crew;

import java.util.ArrayList;
import java.util.List;

/** What a GMP expert expects of the system, and what it answered. */
final class Expectations {
  private final Journal journal;
  private final String batch;
  private final List<Expectation> all = new ArrayList<>();

  /** One expectation with its answer. */
  record Expectation(String what, String expected, String answer, boolean met) {}

  Expectations(Journal journal, String batch) {
    this.journal = journal;
    this.batch = batch;
  }

  /** {@code attempt} must be refused with one of the codes. */
  void refused(String what, List<String> codes, Runnable attempt) {
    String expected = "refused with " + String.join(" or ", codes);
    try {
      attempt.run();
      note(what, expected, "ACCEPTED", false);
    } catch (Refusal refusal) {
      journal.count("refusals", 1);
      boolean met = refusal.codes().stream().anyMatch(codes::contains);
      note(what, expected, refusal.said(), met);
    }
  }

  void note(String what, String expected, String answer, boolean met) {
    all.add(new Expectation(what, expected, answer, met));
    String verdict = met ? "ok   " : "WRONG";
    journal.note(
        batch,
        "  "
            + verdict
            + " "
            + what
            + "\n        expected: "
            + expected
            + "\n        answer:   "
            + answer);
  }

  boolean met() {
    return !all.isEmpty() && all.stream().allMatch(Expectation::met);
  }

  List<Expectation> all() {
    return List.copyOf(all);
  }
}
