package io.kizuna.report.internal;

import io.kizuna.recipe.Parameter.Classification;
import io.kizuna.report.RecordedException;
import io.kizuna.report.RecordedStep;
import java.util.List;
import java.util.stream.Collectors;

/** One step of the record in print. */
final class StepSection {

  private static final String[] COLUMNS = {
    "parameter", "value", "limits", "verdict", "source", "by"
  };
  private static final String[] WIDTHS = {"19%", "17%", "18%", "8%", "15%", "23%"};

  private final Html html;
  private final Words words;
  private final PrintFormat format;
  private final SignatureLines signatures;
  private final List<RecordedException> exceptions;

  StepSection(
      Html html,
      Words words,
      PrintFormat format,
      SignatureLines signatures,
      List<RecordedException> exceptions) {
    this.html = html;
    this.words = words;
    this.format = format;
    this.signatures = signatures;
    this.exceptions = exceptions;
  }

  void write(RecordedStep s) {
    html.open("div", "class", "step");
    head(s);
    s.identityChecks().forEach(this::identity);
    if (!s.parameters().isEmpty()) table(s);
    if (s.comment() != null) {
      html.open("p").line("b", words.get("comment") + ": ").text(s.comment()).close("p");
    }
    exceptions.stream().filter(x -> s.key().equals(x.step())).forEach(this::exception);
    s.signatures().forEach(signatures::write);
    html.close("div");
  }

  private void head(RecordedStep s) {
    html.open("div", "class", "step-head", "id", "s-" + s.id());
    html.line("span", RecordDocument.stepTitle(s, words, format), "class", "name");
    html.line(
        "span",
        "  " + format.text(s.operation()) + " · " + words.of("stepState", s.state()),
        "class",
        "muted");
    html.breakLine();
    html.text(words.get("opened") + " " + format.time(s.openedAt()));
    if (s.performedBy() != null) {
      html.text(" · " + words.get("performed") + ": ").line("b", format.person(s.performedBy()));
      html.text(" " + format.time(s.performedAt()));
    }
    if (s.verifiedBy() != null) {
      html.text(" · " + words.get("verified") + ": ").line("b", format.person(s.verifiedBy()));
      html.text(" " + format.time(s.verifiedAt()));
    }
    html.text(" · " + words.get("revision") + " " + s.revision());
    if (s.language() != null) {
      html.text(" · " + words.get("shownIn") + " " + words.get("language." + s.language()));
    }
    html.close("div");
  }

  private void identity(RecordedStep.IdentityCheck c) {
    html.open("p");
    html.line(
        "span",
        words.get(c.matched() ? "identityMatch" : "identityMismatch"),
        "class",
        c.matched() ? "muted" : "warn");
    html.text(": " + format.text(c.name()) + " ").line("b", c.code());
    html.text(" · " + format.person(c.by()) + " · " + format.time(c.at())).close("p");
  }

  private void table(RecordedStep s) {
    html.open("table").open("thead").open("tr");
    for (int i = 0; i < COLUMNS.length; i++) {
      html.line("th", words.get("column." + COLUMNS[i]), "style", "width: " + WIDTHS[i]);
    }
    html.close("tr", "thead").open("tbody");
    for (RecordedStep.Line p : s.parameters()) {
      if (p.recorded() == null) {
        empty(p);
        continue;
      }
      row(p, p.recorded(), true);
      var earlier = p.recorded().earlier();
      for (int i = earlier.size() - 1; i >= 0; i--) row(p, earlier.get(i), false);
    }
    html.close("tbody", "table");
  }

  private String name(RecordedStep.Line p) {
    String kind = p.classification() == Classification.INFO ? "" : " " + p.classification();
    return format.text(p.name()) + kind;
  }

  private void empty(RecordedStep.Line p) {
    html.open("tr").line("td", name(p)).line("td", words.get("noValue"), "class", "muted");
    html.line("td", format.limits(p)).line("td", "").line("td", "").line("td", "").close("tr");
  }

  /** The value that counts, or one it replaced: struck through, still readable (R08). */
  private void row(RecordedStep.Line p, RecordedStep.Value v, boolean counts) {
    html.open("tr", "class", counts ? "" : "old");
    html.line("td", counts ? name(p) : words.get("replaced"));
    html.open("td").open(counts ? "span" : "s", "class", counts ? "value" : "struck");
    html.text(format.value(p, v)).close(counts ? "span" : "s");
    String exactly = format.exactly(p, v);
    if (exactly != null) {
      html.breakLine().line("span", "= " + exactly, "class", "hash");
    }
    html.close("td").line("td", format.limits(p)).open("td");
    html.line("span", words.of("verdict", v.verdict()), "class", v.verdict().name()).close("td");
    html.line("td", words.get("source." + v.source()))
        .open("td")
        .text(format.person(v.by()))
        .breakLine();
    html.line("span", format.time(v.at()), "class", "small time").breakLine();
    html.line("span", words.get("revision") + " " + v.revision(), "class", "small");
    html.close("td", "tr");
    if (v.reason() == null && v.provenance().isEmpty()) return;
    html.open("tr", "class", counts ? "" : "old").open("td", "colspan", "6", "class", "under");
    if (v.reason() != null) {
      html.line("b", words.get("reason") + ": ").text(v.reason() + " ");
    }
    if (!v.provenance().isEmpty()) provenance(v);
    html.close("td", "tr");
  }

  private void provenance(RecordedStep.Value v) {
    String facts =
        v.provenance().entrySet().stream()
            .map(f -> words.get("provenance." + f.getKey()) + " " + format.fact(f.getValue()))
            .collect(Collectors.joining(" · "));
    html.line("span", facts, "class", "hash");
  }

  private void exception(RecordedException x) {
    html.open("div", "class", "exception");
    html.line("b", words.get("column.exception") + " " + x.number() + ": " + format.text(x.text()));
    html.text(" · " + words.of("severity", x.severity()));
    html.text(" · " + words.of("exceptionState", x.state())).close("div");
  }
}
