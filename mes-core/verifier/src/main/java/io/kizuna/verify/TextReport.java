package io.kizuna.verify;

import java.time.Duration;

/** The report for people. */
final class TextReport {

  private static final int SHOWN_MAX = 100;

  private TextReport() {}

  static String of(Report r) {
    var out = new StringBuilder();
    out.append(r.passed() ? "PASS  " : "FAIL  ").append(r.source()).append('\n');
    Finding first = r.first();
    if (first != null) out.append("First bad entry: ").append(first.line()).append('\n');
    out.append("\nChecked in ").append(seconds(r)).append(" s:\n");
    r.checked().forEach((what, n) -> out.append("  %,12d %s%n".formatted(n, what)));
    if (!r.notChecked().isEmpty()) {
      out.append("Not checked:\n");
      r.notChecked().forEach(what -> out.append("  - ").append(what).append('\n'));
    }
    if (r.passed() && r.verifiedTo() != null) {
      out.append("Verified to checkpoint ").append(r.verifiedTo());
      out.append(": the next check may begin there (--since)\n");
    }
    if (!r.passed()) findings(r, out);
    return out.toString();
  }

  private static void findings(Report r, StringBuilder out) {
    out.append("\nFindings: ").append(r.total()).append('\n');
    r.findings().stream()
        .limit(SHOWN_MAX)
        .forEach(f -> out.append("  ").append(f.line()).append('\n'));
    if (r.total() > SHOWN_MAX) {
      out.append("  ... and ").append(r.total() - SHOWN_MAX).append(" more\n");
    }
  }

  private static String seconds(Report r) {
    var time = Duration.between(r.startedAt(), r.endedAt());
    return "%.1f".formatted(time.toMillis() / 1000.0);
  }
}
