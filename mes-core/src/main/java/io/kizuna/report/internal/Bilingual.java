package io.kizuna.report.internal;

/** English and Japanese on one line. */
final class Bilingual {

  private Bilingual() {}

  /** Both, or the one text if they are the same. */
  static String of(String en, String ja) {
    return en.equals(ja) ? en : en + " / " + ja;
  }
}
