package io.kizuna.kernel;

/** The same sentence in the languages of the record; both are approved together (F9). */
public record Text(String en, String ja) {

  /** Picks Japanese for {@code ja}, else English. */
  public String in(String language) {
    return language.equals("ja") ? ja : en;
  }

  /** The sentence with the same word or value behind it in every language. */
  public Text with(String after) {
    return new Text(en + after, ja + after);
  }

  /** {@code this}, a separator, {@code other}, in each language. */
  public Text with(String separator, Text other) {
    return new Text(en + separator + other.en, ja + separator + other.ja);
  }

  /** A proper name or code that is the same in every language. */
  public static Text same(String text) {
    return new Text(text, text);
  }
}
