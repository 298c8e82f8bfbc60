package io.kizuna.report.internal;

import io.kizuna.report.BatchRecord;
import io.kizuna.report.RecordedSignature;
import io.kizuna.report.RecordedStep;
import io.kizuna.report.RecordedUnitProcedure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The printed record as XHTML: cover, contents, one chapter per unit procedure, summaries. */
final class RecordDocument {

  private static final String CSS = "/report/record.css";

  private final BatchRecord r;
  private final Words words;
  private final PrintFormat format;
  private final Html html = new Html(Glyphs.font());
  private final SignatureLines signatures;

  private RecordDocument(BatchRecord batchRecord, Words words, ZoneId zone) {
    this.r = batchRecord;
    this.words = words;
    this.format = new PrintFormat(words, zone);
    this.signatures = new SignatureLines(html, words, format);
  }

  static String of(BatchRecord batchRecord, Words words, ZoneId zone) {
    var document = new RecordDocument(batchRecord, words, zone);
    document.write();
    return document.html.toString();
  }

  private void write() {
    html.open("html", "lang", words == Words.BOTH ? "en" : words.language()).open("head");
    html.line("title", words.get("title") + " " + r.header().number());
    html.open("meta", "name", "subject", "content", r.header().coi()).close("meta");
    html.open("meta", "name", "author", "content", "Kizuna MES").close("meta");
    html.open("meta", "name", "description", "content", words.get("title")).close("meta");
    html.style(css());
    bookmarks();
    html.close("head").open("body");
    running();
    cover();
    contents();
    var steps = new StepSection(html, words, format, signatures, r.exceptions());
    var curves = new CurveSection(html, words, format);
    for (RecordedUnitProcedure u : r.unitProcedures()) {
      chapter(u.id(), title(u));
      html.line("p", period(u), "class", "muted");
      if (u.steps().isEmpty()) html.line("p", words.get("noSteps"), "class", "muted");
      u.steps().forEach(steps::write);
      curves.write(r.curves().stream().filter(c -> c.unitProcedure().equals(u.id())).toList());
      html.close("div");
    }
    var summaries = new SummarySections(html, words, format, r, signatures);
    summaries.write(this::chapter);
    html.close("body", "html");
  }

  private static String css() {
    try (var in = Objects.requireNonNull(RecordDocument.class.getResourceAsStream(CSS), CSS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A chapter of the document and of its bookmarks. */
  record Chapter(String id, String title) {}

  private List<Chapter> chapters() {
    var all = new ArrayList<Chapter>();
    r.unitProcedures().forEach(u -> all.add(new Chapter(u.id(), title(u))));
    for (String id : SummarySections.CHAPTERS) all.add(new Chapter(id, words.get(id)));
    return all;
  }

  private void chapter(String id, String title) {
    html.open("div", "class", "chapter").line("h2", title, "id", "c-" + id);
  }

  private String title(RecordedUnitProcedure u) {
    return u.number() + " " + format.text(u.title());
  }

  private String period(RecordedUnitProcedure u) {
    String from = u.startedAt() == null ? words.get("notStarted") : format.time(u.startedAt());
    String to = u.endedAt() == null ? words.get("notEnded") : format.time(u.endedAt());
    return from + " – " + to;
  }

  private void bookmarks() {
    html.open("bookmarks");
    bookmark(new Chapter("cover", words.get("title") + " " + r.header().number()));
    html.close("bookmark");
    for (Chapter c : chapters()) {
      bookmark(c);
      r.unitProcedures().stream()
          .filter(u -> u.id().equals(c.id()))
          .flatMap(u -> u.steps().stream())
          .forEach(
              s -> {
                html.open("bookmark", "name", stepTitle(s, words, format), "href", "#s-" + s.id());
                html.close("bookmark");
              });
      html.close("bookmark");
    }
    html.close("bookmarks");
  }

  private void bookmark(Chapter c) {
    html.open("bookmark", "name", c.title(), "href", "#c-" + c.id());
  }

  static String stepTitle(RecordedStep s, Words words, PrintFormat format) {
    int pass = s.key().indexOf('~');
    String tail = pass < 0 ? "" : " (" + words.get("pass", s.key().substring(pass + 1)) + ")";
    return s.number() + " " + format.text(s.title()) + tail;
  }

  /** What stands on every page: whose record this is, and that no page is missing. */
  private void running() {
    var h = r.header();
    html.open("div", "class", "head").open("table", "class", "plain").open("tr");
    html.open("td").line("b", words.get("title") + " " + h.number());
    html.text("  " + h.shortCode() + " " + format.text(h.checkWord()));
    if (!kind().isEmpty()) html.text("  ").line("span", kind(), "class", "warn");
    html.close("td");
    html.open("td", "class", "right").text(words.get("coi") + " ").line("b", h.coi());
    html.close("td", "tr", "table", "div");
    html.open("div", "class", "foot").open("table", "class", "plain").open("tr");
    html.line("td", words.get("printed") + " " + format.time(r.generatedAt()), "class", "wide");
    html.open("td", "class", "mid")
        .text(words.get("trail") + " " + r.auditTrail().head().substring(0, 16));
    html.close("td").open("td", "class", "right");
    // The words around the two counters differ between languages.
    String[] parts = words.get("page", "\u0000", "\u0000").split("\u0000", -1);
    html.text(parts[0]).open("span", "class", "page").close("span");
    html.text(parts[1]).open("span", "class", "pages").close("span").text(parts[2]);
    html.close("td", "tr", "table", "div");
  }

  /** What a reader must not take for the whole, final record. */
  private String kind() {
    var kinds = new ArrayList<String>();
    if (r.status() == BatchRecord.Status.INTERIM) kinds.add(words.get("interim"));
    if (r.copy() == BatchRecord.Copy.SPONSOR) kinds.add(words.get("sponsorCopy"));
    return String.join(" · ", kinds);
  }

  private void cover() {
    var h = r.header();
    html.line("h1", words.get("title"), "id", "c-cover");
    html.line("p", format.text(h.product().name()), "class", "sub");
    html.open("div", "class", "identity").open("table", "class", "plain").open("tr");
    identity("batch", h.number(), "28%");
    identity("code", h.shortCode() + " " + format.text(h.checkWord()), "30%");
    identity("coi", h.coi(), "42%");
    html.close("tr", "table", "div");
    html.open("table", "class", "facts");
    fact("productCode", h.product().code() + ", " + h.product().version());
    fact("master", r.recipe().packageHash());
    fact("client", format.text(h.client().name()) + " (" + h.client().id() + ")");
    fact("suite", h.suite());
    fact("token", r.patientToken());
    fact("weight", PrintFormat.plain(r.bodyWeightKg()) + " kg");
    fact("started", format.time(r.createdAt()));
    fact("ended", r.endedAt() == null ? words.get("notEnded") : format.time(r.endedAt()));
    fact("state", words.of("batchState", h.state()));
    if (r.holdReason() != null) fact("holdReason", r.holdReason());
    fact("equipment", equipment());
    fact("retention", retention());
    if (r.retention().legalHold() != null) {
      var hold = r.retention().legalHold();
      fact(
          "legalHold",
          hold.reason() + " · " + format.person(hold.by()) + " · " + format.time(hold.at()));
    }
    fact("printed", format.time(r.generatedAt()));
    html.close("table");
    if (r.status() == BatchRecord.Status.INTERIM) html.line("p", words.get("interimMeans"));
    if (r.copy() == BatchRecord.Copy.SPONSOR) html.line("p", words.get("sponsorMeans"));
    summary();
    approval();
    html.line("p", words.get("zone", format.zone()), "class", "small muted");
  }

  private String retention() {
    var kept = r.retention();
    String rule =
        words.get(
            "retentionRule",
            kept.market(),
            Integer.toString(kept.years()),
            Integer.toString(kept.shelfLifeMonths()));
    String until =
        kept.retainUntil() == null ? words.get("fromEnd") : format.time(kept.retainUntil());
    return until + " (" + rule + "; " + kept.source() + ")";
  }

  private void identity(String word, String value, String width) {
    html.open("td", "style", "width: " + width);
    html.line("span", words.get(word), "class", "muted").breakLine();
    html.line("span", value, "class", "big").close("td");
  }

  private void fact(String word, String value) {
    html.open("tr").line("th", words.get(word)).line("td", value).close("tr");
  }

  private String equipment() {
    return String.join(
        ", ",
        r.equipment().stream().map(e -> e.equipmentId() + " " + format.text(e.name())).toList());
  }

  private Stream<RecordedStep> steps() {
    return r.unitProcedures().stream().flatMap(u -> u.steps().stream());
  }

  private void summary() {
    long values = steps().flatMap(s -> s.parameters().stream()).mapToLong(this::recorded).sum();
    long corrections =
        steps()
            .flatMap(s -> s.parameters().stream())
            .mapToLong(p -> Math.max(0, recorded(p) - 1))
            .sum();
    var all = Stream.concat(steps().flatMap(s -> s.signatures().stream()), r.signatures().stream());
    var given = all.toList();
    long dead = given.stream().filter(s -> s.voidReason() != null).count();
    long open =
        r.exceptions().stream()
            .filter(x -> x.state().name().equals("OPEN") || x.state().name().equals("DEVIATION"))
            .count();
    html.line("h2", words.get("summary"), "class", "minor").open("table", "class", "facts");
    fact("steps", Long.toString(steps().count()));
    fact("values", Long.toString(values));
    fact("outsideCount", Long.toString(r.outside()));
    fact("corrections", Long.toString(corrections));
    fact("exceptionsCount", r.exceptions().size() + " (" + open + ")");
    fact("gapsCount", Integer.toString(r.gaps().size()));
    fact("signaturesCount", given.size() + " (" + dead + ")");
    fact("trailLength", Long.toString(r.auditTrail().length()));
    html.close("table");
  }

  private long recorded(RecordedStep.Line p) {
    return p.recorded() == null ? 0 : 1 + p.recorded().earlier().size();
  }

  private void approval() {
    html.open("div", "class", "approval");
    html.line("span", words.get("disposition") + ": ", "class", "muted");
    var d = r.disposition();
    if (d == null) {
      html.line("span", words.get("notDecided"), "class", "big");
    } else {
      html.line("span", words.of("disposition", d.decision()), "class", "big");
      String reason = d.reason() == null ? "" : " " + words.get("reason") + ": " + d.reason();
      html.line("p", format.person(d.by()) + ", " + format.time(d.at()) + reason);
    }
    approvals().forEach(signatures::write);
    html.close("div");
  }

  /** The signatures of the record review and of the disposition. */
  private List<RecordedSignature> approvals() {
    return Stream.concat(
            steps()
                .filter(
                    s ->
                        s.key().startsWith("up-release.user_review_batch_record")
                            || s.key().startsWith("up-release.user_decide_disposition"))
                .flatMap(s -> s.signatures().stream()),
            r.signatures().stream().filter(s -> s.subject().endsWith(":disposition")))
        .toList();
  }

  private void contents() {
    html.open("div", "class", "chapter").line("h2", words.get("contents"));
    html.open("table", "class", "toc");
    for (Chapter c : chapters()) {
      html.open("tr").open("td").open("a", "href", "#c-" + c.id()).text(c.title()).close("a", "td");
      html.open("td", "class", "right", "style", "width: 20mm");
      html.open("a", "class", "at", "href", "#c-" + c.id()).close("a", "td", "tr");
    }
    html.close("table");
    html.line("h3", words.get("equipment")).open("table").open("thead").open("tr");
    html.line("th", words.get("column.role")).line("th", words.get("column.equipment"));
    html.line("th", words.get("column.name")).close("tr", "thead").open("tbody");
    for (var e : r.equipment()) {
      html.open("tr").line("td", e.role()).line("td", e.equipmentId());
      html.line("td", format.text(e.name()) + " · " + e.equipmentClass()).close("tr");
    }
    html.close("tbody", "table", "div");
  }
}
