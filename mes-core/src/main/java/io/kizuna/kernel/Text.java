package io.kizuna.kernel;

/** The same sentence in the languages of the record; both are approved together (F9). */
public record Text(String en, String ja) {

  /** Picks Japanese for {@code ja}, else English. */
  public String in(String language) {
    return language.equals("ja") ? ja : en;
  }

  /** A proper name or code that is the same in every language. */
  public static Text same(String text) {
    return new Text(text, text);
  }
}
