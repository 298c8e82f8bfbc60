package io.kizuna.report.internal;

import io.kizuna.report.BatchRecord;
import io.kizuna.report.RecordedException;
import io.kizuna.report.RecordedUnitProcedure.HoldTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What belongs to the batch as a whole: after the unit procedures, one chapter each. */
final class SummarySections {

  /** Chapter ids; also the keys of their titles. */
  static final List<String> CHAPTERS =
      List.of("exceptions", "holdTimes", "commands", "gaps", "decisionsSigned", "trail");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Html html;
  private final Words words;
  private final PrintFormat format;
  private final BatchRecord r;
  private final SignatureLines signatures;

  SummarySections(
      Html html, Words words, PrintFormat format, BatchRecord r, SignatureLines signatures) {
    this.html = html;
    this.words = words;
    this.format = format;
    this.r = r;
    this.signatures = signatures;
  }

  void write(BiConsumer<String, String> chapter) {
    List<Runnable> writers =
        List.of(
            this::exceptions,
            this::holdTimes,
            this::commands,
            this::gaps,
            this::signed,
            this::trail);
    for (int i = 0; i < CHAPTERS.size(); i++) {
      String id = CHAPTERS.get(i);
      if (i == 0 || i == CHAPTERS.size() - 1) {
        chapter.accept(id, words.get(id));
      } else {
        html.open("div").line("h2", words.get(id), "id", "c-" + id, "style", "margin-top: 6mm");
      }
      writers.get(i).run();
      html.close("div");
    }
    html.open("p", "class", "end").line("b", words.get("end")).breakLine();
    html.text(words.get("trailHead")).breakLine().text(r.auditTrail().head()).close("p");
    seal();
  }

  /** Whoever keeps the print holds an anchor nobody in the house can change. */
  private void seal() {
    var seal = r.trail();
    html.open("p", "class", "end");
    if (seal == null) {
      html.text(words.get("notSealed")).close("p");
      return;
    }
    html.text(
        words.get(
            "sealed",
            Long.toString(seal.epoch()),
            Long.toString(seal.size()),
            Long.toString(seal.chainSeq())));
    html.breakLine().text(words.get("sealedHead") + ": " + seal.chainHead());
    html.breakLine().text(words.get("sealedRoot")).breakLine().text(seal.root()).close("p");
  }

  private boolean none(List<?> list, String word) {
    if (!list.isEmpty()) return false;
    html.line("p", words.get(word), "class", "muted");
    return true;
  }

  private void head(String... columns) {
    html.open("table").open("thead").open("tr");
    for (String column : columns) html.line("th", words.get("column." + column));
    html.close("tr", "thead").open("tbody");
  }

  private void row(String... cells) {
    html.open("tr");
    for (String cell : cells) html.line("td", cell);
    html.close("tr");
  }

  private void exceptions() {
    if (none(r.exceptions(), "noExceptions")) return;
    for (RecordedException x : r.exceptions()) {
      html.open("div", "class", "exception");
      html.line("b", x.number() + ". " + format.text(x.text()));
      html.text(" · " + words.of("severity", x.severity()) + " · " + words.of("type", x.type()));
      html.text(x.stepNumber() == null ? "" : " · " + x.stepNumber()).text(" · ");
      html.line("b", words.of("exceptionState", x.state())).breakLine();
      if (x.value() != null) html.text(words.get("column.value") + " " + x.value() + " ");
      if (x.limit() != null) html.text("· " + words.get("column.limits") + " " + x.limit() + " ");
      if (x.reason() != null) html.text("· " + words.get("reason") + ": " + x.reason());
      html.line(
          "p", format.person(x.openedBy()) + " · " + format.time(x.openedAt()), "class", "muted");
      for (var d : x.decisions()) {
        html.open("p").line("b", words.get("decision." + d.decision()) + ": ").text(d.comment());
        html.text(" · " + format.person(d.by()) + " · " + format.time(d.at())).close("p");
      }
      html.close("div");
    }
  }

  private void holdTimes() {
    var all = r.unitProcedures().stream().flatMap(u -> u.holdTimes().stream()).toList();
    if (none(all, "noHoldTimes")) return;
    head("holdTime", "from", "to", "length", "limit", "state");
    for (HoldTime h : all) {
      String limit = length(h.startedAt(), h.normalUntil());
      String reject =
          h.rejectAfter() == null
              ? ""
              : "; " + words.get("reject") + " " + length(h.startedAt(), h.rejectAfter());
      row(
          h.id() + " " + format.text(h.name()),
          format.time(h.startedAt()),
          h.stoppedAt() == null ? words.get("running") : format.time(h.stoppedAt()),
          length(h.startedAt(), h.stoppedAt()),
          "≤ " + limit + reject,
          words.of("holdState", h.state()));
    }
    html.close("tbody", "table");
  }

  private static String length(Instant from, @Nullable Instant to) {
    return to == null ? "" : PrintFormat.length(Duration.between(from, to));
  }

  private void commands() {
    if (none(r.commands(), "noCommands")) return;
    head("command", "equipment", "action", "state", "time");
    for (var c : r.commands()) {
      row(
          format.text(c.name()),
          c.equipment(),
          c.action() + (c.program() == null ? "" : " " + c.program()),
          c.state() + (c.run() == null ? "" : " · " + c.run()),
          format.time(c.confirmedAt()));
    }
    html.close("tbody", "table");
  }

  private void gaps() {
    if (none(r.gaps(), "noGaps")) return;
    head("equipment", "from", "to", "length", "reason");
    for (var g : r.gaps()) {
      row(
          g.equipment() + (g.tag() == null ? " " + words.get("wholeDevice") : "." + g.tag()),
          format.time(g.from()),
          g.to() == null ? words.get("running") : format.time(g.to()),
          length(g.from(), g.to()),
          g.reason());
    }
    html.close("tbody", "table");
  }

  private void signed() {
    if (none(r.signatures(), "noFurtherSignatures")) return;
    r.signatures().forEach(signatures::write);
  }

  private void trail() {
    var t = r.auditTrail();
    String length = Long.toString(t.length());
    html.line(
        "p",
        t.valid()
            ? words.get("trailValid", length)
            : words.get("trailInvalid", Long.toString(t.firstBad()), length),
        "class",
        t.valid() ? "" : "warn");
    html.open("p").text(words.get("trailHead") + ": ").line("b", t.head()).close("p");
    if (t.entries().size() < t.length()) {
      html.line("p", words.get("trailCut", Integer.toString(t.entries().size()), length));
    }
    html.open("table", "class", "trail").open("thead").open("tr");
    String[] columns = {"number", "time", "actor", "action", "entity", "value", "hash"};
    String[] widths = {"6%", "15%", "11%", "13%", "17%", "28%", "10%"};
    for (int i = 0; i < columns.length; i++) {
      html.line("th", words.get("column." + columns[i]), "style", "width: " + widths[i]);
    }
    html.close("tr", "thead").open("tbody");
    for (var e : t.entries()) {
      row(
          Long.toString(e.seq()),
          format.time(e.at()),
          format.name(e.by()),
          e.action(),
          e.entityId(),
          changes(e),
          e.hash().substring(0, 12));
    }
    html.close("tbody", "table");
  }

  /** Old and new values of an event, and its reason, in one line. */
  private String changes(BatchRecord.TrailEntry e) {
    String text = e.body() == null ? e.excerpt() : e.body();
    JsonNode event = JSON.readTree(text == null ? "{}" : text);
    var line = new StringBuilder();
    event
        .path("changes")
        .properties()
        .forEach(
            change -> {
              String before = change.getValue().path("before").asString("");
              String after = change.getValue().path("after").asString("");
              line.append(line.isEmpty() ? "" : "; ").append(change.getKey()).append(' ');
              line.append(before.isEmpty() ? after : before + " → " + after);
            });
    String reason = event.path("reason").asString("");
    if (!reason.isEmpty())
      line.append(" · ").append(words.get("reason")).append(": ").append(reason);
    return line.toString();
  }
}
