package io.kizuna.simulator.crew;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The end of a run, for people and as a file. */
final class Summary {
  private static final List<String> COUNTED =
      List.of("steps", "values", "signatures", "identity checks", "refusals", "exceptions");

  private final List<BatchJob.Result> results;
  private final Journal journal;
  private final Timings timings;
  private final long wallMs;

  Summary(List<BatchJob.Result> results, Journal journal, Timings timings, long wallMs) {
    this.results = results;
    this.journal = journal;
    this.timings = timings;
    this.wallMs = wallMs;
  }

  boolean fine() {
    return !results.isEmpty() && results.stream().allMatch(BatchJob.Result::fine);
  }

  void print(PrintStream out) {
    out.println();
    for (String what : COUNTED) out.printf("%-18s %8d%n", what, journal.counted(what));
    out.printf("%-18s %8d%n", "lost answers", timings.lostAnswers());
    out.printf(Locale.ROOT, "%-18s %8.1f s%n", "wall time", wallMs / 1000.0);
    out.printf(
        "%n%-14s %7s %8s %8s %8s   (answers, ms)%n", "request", "count", "p50", "p95", "max");
    for (Timings.Quantiles q : timings.quantiles()) {
      out.printf("%-14s %7d %8d %8d %8d%n", q.kind(), q.count(), q.p50(), q.p95(), q.max());
    }
    out.println();
    for (BatchJob.Result r : results) {
      long met = r.expectations().stream().filter(Expectations.Expectation::met).count();
      String expected =
          r.expectations().isEmpty()
              ? ""
              : ", " + met + " of " + r.expectations().size() + " expectations met";
      out.println(r.batch() + " " + r.outcome() + expected);
      for (Expectations.Expectation e : r.expectations()) {
        if (!e.met()) out.println("  WRONG " + e.what() + ": " + e.answer());
      }
      if (r.problem() != null) out.println("  " + r.problem());
    }
    out.flush();
  }

  JsonNode json() {
    ObjectNode report = Json.object().put("fine", fine()).put("wallMs", wallMs);
    report.set("counts", Json.MAPPER.valueToTree(journal.counts()));
    report.set("answers", Json.MAPPER.valueToTree(timings.quantiles()));
    report.put("lostAnswers", timings.lostAnswers());
    report.set("batches", Json.MAPPER.valueToTree(results));
    report.set("steps", journal.json());
    return report;
  }
}
