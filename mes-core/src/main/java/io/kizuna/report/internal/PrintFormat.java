package io.kizuna.report.internal;

import io.kizuna.kernel.Text;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Range;
import io.kizuna.report.BatchRecord.Actor;
import io.kizuna.report.RecordedStep;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values, limits, units and times are printed in one language. */
final class PrintFormat {

  private final Words words;
  private final ZoneId zone;
  private final DateTimeFormatter time;

  PrintFormat(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
    this.time = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(zone);
  }

  String zone() {
    return zone.getId();
  }

  String text(Text text) {
    String language = words.language();
    return language.equals("both") ? Bilingual.of(text.en(), text.ja()) : text.in(language);
  }

  /** Local time with its offset from UTC (R21). */
  String time(@Nullable Instant at) {
    return at == null ? "" : time.format(at);
  }

  String name(@Nullable Actor actor) {
    return actor == null ? "" : text(actor.name());
  }

  /** Name and user id: two people may share a name, never an id. */
  String person(@Nullable Actor actor) {
    if (actor == null) return "";
    return actor.id().startsWith("system:") ? name(actor) : name(actor) + " (" + actor.id() + ")";
  }

  String value(RecordedStep.Line p, RecordedStep.Value v) {
    if (p.type() == Parameter.Type.BOOLEAN) {
      return words.get(v.value().equals("true") ? "yes" : "no");
    }
    if (p.type() == Parameter.Type.TIME) return moment(v.value());
    for (var choice : p.choices()) {
      if (choice.value().equals(v.value())) return text(choice.name());
    }
    String unit = unit(v.unit() == null ? p.unit() : v.unit());
    return unit.isEmpty() ? v.display() : v.display() + "\u00a0" + unit;
  }

  /** What is recorded where it says more than what is shown: all digits, a time as entered. */
  @Nullable String exactly(RecordedStep.Line p, RecordedStep.Value v) {
    if (p.type() == Parameter.Type.TIME) return v.value();
    boolean rounded = p.type() == Parameter.Type.DECIMAL && !v.value().equals(v.display());
    return rounded ? v.value() : null;
  }

  private String moment(String value) {
    try {
      return time(Instant.parse(value));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  /** A provenance fact; times in it are printed like all others. */
  String fact(String value) {
    return value.length() > 19 && value.endsWith("Z") ? moment(value) : value;
  }

  /** UCUM is what the record stores; people read {@code ×10^6/mL} and {@code °C}. */
  static String unit(@Nullable String ucum) {
    if (ucum == null || ucum.equals("1")) return "";
    String unit = ucum.startsWith("10*") ? "×" + ucum : ucum;
    return unit.replace("10*", "10^")
        .replace("Cel", "°C")
        .replaceAll("\\{(\\w+)}", "$1")
        .replaceAll("\\[(\\w+)]", "$1")
        .replaceAll("(^|[/.])u(?=[A-Za-z])", "$1µ");
  }

  /** Normal range, alert bands, reject bounds and allowed words, each named. */
  String limits(RecordedStep.Line p) {
    var parts = new ArrayList<String>();
    Limits l = p.limits();
    if (l != null) {
      if (l.normal() != null) parts.add(range(l.normal()));
      if (!l.alert().isEmpty()) {
        parts.add(
            words.get("alert")
                + " "
                + l.alert().stream().map(PrintFormat::range).collect(Collectors.joining(", ")));
      }
      if (l.rejectBelow() != null) parts.add(words.get("reject") + " < " + plain(l.rejectBelow()));
      if (l.rejectAbove() != null) parts.add(words.get("reject") + " > " + plain(l.rejectAbove()));
      if (!l.allowed().isEmpty()) parts.add(l.allowed().stream().map(this::allowed).collect(OR));
    }
    var judged = p.choices().stream().filter(c -> c.verdict() != null).toList();
    for (var c : judged) {
      parts.add(text(c.name()) + ": " + words.get("verdict." + c.verdict()));
    }
    String unit = judged.isEmpty() && !parts.isEmpty() ? " " + unit(p.unit()) : "";
    return (String.join("; ", parts) + unit).strip();
  }

  private static final java.util.stream.Collector<CharSequence, ?, String> OR =
      Collectors.joining(" | ");

  private String allowed(String value) {
    if (value.equals("true")) return words.get("yes");
    return value.equals("false") ? words.get("no") : value;
  }

  private static String range(Range r) {
    if (r.low() == null) return "≤ " + plain(r.high());
    if (r.high() == null) return "≥ " + plain(r.low());
    return plain(r.low()) + " – " + plain(r.high());
  }

  static String plain(@Nullable BigDecimal value) {
    return value == null ? "" : value.toPlainString();
  }

  /** For example {@code 2 h 05 min 10 s}. */
  static String length(Duration d) {
    long s = d.toSeconds();
    String tail = String.format(Locale.ROOT, "%d min %02d s", s / 60 % 60, s % 60);
    return s < 3600 ? tail : s / 3600 + " h " + tail;
  }
}
