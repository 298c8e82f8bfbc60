package io.kizuna.report.internal;

import io.kizuna.report.BatchRecord.Curve;
import io.kizuna.report.BatchRecord.Gap;
import java.time.Duration;
import java.util.List;

/** The curves of a unit procedure: one lane each, its words as text, its line as a drawing. */
final class CurveSection {

  private final Html html;
  private final Words words;
  private final PrintFormat format;

  CurveSection(Html html, Words words, PrintFormat format) {
    this.html = html;
    this.words = words;
    this.format = format;
  }

  void write(List<Curve> curves) {
    if (curves.isEmpty()) return;
    html.line("h3", words.get("curves"));
    curves.forEach(this::lane);
  }

  private void lane(Curve c) {
    String unit = PrintFormat.unit(c.unit());
    html.open("div", "class", "lane");
    html.open("p").line("b", format.text(c.name()) + " " + c.equipment() + "." + c.tag());
    html.text(unit.isEmpty() ? "" : " (" + unit + ")");
    String from = format.time(c.from());
    String to = format.time(c.to());
    html.text(" · " + words.get("curvesOf", from, to)).breakLine();
    String by = String.join(", ", c.usedBy().stream().map(format::text).toList());
    html.line("span", words.get("usedBy") + ": " + by, "class", "small");
    if (c.low() != null || c.high() != null) {
      html.line("span", " · " + words.get("band") + " " + band(c), "class", "small");
    }
    html.close("p");
    var svg = new CurveSvg(c);
    if (svg.isEmpty()) {
      html.line("p", words.get("missing"), "class", "warn");
    } else {
      html.open("table").open("tr").open("td", "class", "scale");
      html.text(svg.highLabel()).close("td").open("td", "rowspan", "2");
      svg.write(
          html,
          format.text(c.name()) + " " + range(svg, unit) + ", " + words.get("curvesOf", from, to));
      html.close("td", "tr")
          .open("tr")
          .open("td", "class", "scale", "style", "vertical-align: bottom");
      html.text(svg.lowLabel()).close("td", "tr").open("tr").line("td", "");
      html.open("td").open("table", "class", "plain small").open("tr").line("td", from);
      html.line("td", to, "class", "right").close("tr", "table", "td", "tr", "table");
    }
    c.gaps().forEach(this::gap);
    html.close("div");
  }

  private static String range(CurveSvg svg, String unit) {
    return svg.lowLabel() + " – " + svg.highLabel() + " " + unit;
  }

  private static String band(Curve c) {
    if (c.low() == null) return "≤ " + PrintFormat.plain(c.high());
    if (c.high() == null) return "≥ " + PrintFormat.plain(c.low());
    return PrintFormat.plain(c.low()) + " – " + PrintFormat.plain(c.high());
  }

  private void gap(Gap g) {
    String to = g.to() == null ? words.get("running") : format.time(g.to());
    String length =
        g.to() == null ? "" : " (" + PrintFormat.length(Duration.between(g.from(), g.to())) + ")";
    html.line(
        "p",
        words.get("missing")
            + ": "
            + format.time(g.from())
            + " – "
            + to
            + length
            + " "
            + g.reason(),
        "class",
        "small");
  }
}
