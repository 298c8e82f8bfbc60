package io.kizuna.report.internal;

import io.kizuna.report.RecordedSignature;

/** Printed name, meaning, time with zone (21 CFR 11.50); a void one stays readable. */
final class SignatureLines {

  private final Html html;
  private final Words words;
  private final PrintFormat format;

  SignatureLines(Html html, Words words, PrintFormat format) {
    this.html = html;
    this.words = words;
    this.format = format;
  }

  void write(RecordedSignature s) {
    boolean dead = s.voidReason() != null;
    html.open("div", "class", dead ? "signature dead" : "signature");
    html.open(dead ? "s" : "span").line("b", format.text(s.printedName()));
    html.text(" (" + s.by().id() + ") · " + words.of("meaning", s.meaning()));
    html.text(" · " + format.time(s.signedAt())).close(dead ? "s" : "span");
    if (dead) {
      html.text(" ").line("span", words.get("void"), "class", "warn").text(" " + s.voidReason());
    }
    html.breakLine().open("span", "class", "hash");
    html.text(words.get("digest") + " " + s.digest() + " · ");
    html.text(words.get("shownIn") + " " + words.get("language." + s.language())).close("span");
    if (!s.recomputes()) {
      html.text(" ").line("span", words.get("digestBad"), "class", "warn");
    }
    html.close("div");
  }
}
