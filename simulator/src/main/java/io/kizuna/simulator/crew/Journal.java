package io.kizuna.simulator.crew;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What was done, line by line, and what it adds up to. */
final class Journal {
  private static final int VALUES_WIDTH_MAX = 400;

  private final PrintStream out;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  Journal(PrintStream out) {
    this.out = out;
  }

  /** One step as it was worked. */
  record Line(
      String batch,
      Instant at,
      String unitProcedure,
      String number,
      String title,
      String performer,
      String verifier,
      Map<String, String> values,
      long answerMs) {}

  synchronized void step(Line line) {
    lines.add(line);
    count("steps", 1);
    count("values", line.values().size());
    String values = values(line.values());
    String who = line.verifier().isEmpty() ? line.performer() : line.verifier() + " verifies";
    out.printf(
        Locale.ROOT,
        "%s %s %-6s %-6s %-48s %-18s %5d ms  %s%n",
        line.batch(),
        line.at().truncatedTo(ChronoUnit.SECONDS),
        line.unitProcedure(),
        line.number(),
        line.title(),
        who,
        line.answerMs(),
        values);
    out.flush();
  }

  private static String values(Map<String, String> values) {
    var text = new StringBuilder();
    values.forEach((id, value) -> text.append(id).append('=').append(value).append("  "));
    if (text.length() > VALUES_WIDTH_MAX) {
      text.setLength(VALUES_WIDTH_MAX);
      text.append("...");
    }
    return text.toString().strip();
  }

  synchronized void note(String batch, String text) {
    out.println(batch + " " + text);
    out.flush();
  }

  synchronized void count(String what, int more) {
    counts.merge(what, more, Integer::sum);
  }

  synchronized int counted(String what) {
    return counts.getOrDefault(what, 0);
  }

  synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }

  synchronized JsonNode json() {
    return Json.MAPPER.valueToTree(lines);
  }
}
