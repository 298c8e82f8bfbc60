package io.kizuna.report.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The printed words of one language. */
final class Words {

  static final Words EN = new Words("en");
  static final Words JA = new Words("ja");

  /** Each word in both, on the same line: two readers who look at one page see the same line. */
  static final Words BOTH = new Words("both", EN, JA);

  private final String language;
  private final Properties words = new Properties();

  private Words(String language, Words first, Words second) {
    this.language = language;
    for (String key : first.words.stringPropertyNames()) {
      words.setProperty(key, Bilingual.of(first.get(key), second.get(key)));
    }
    words.setProperty("page", first.get("page")); // the counters stand in it once
  }

  private Words(String language) {
    this.language = language;
    String file = "/report/words_" + language + ".properties";
    try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Words of(String language) {
    if (language.equals("both")) return BOTH;
    return language.equals("ja") ? JA : EN;
  }

  String language() {
    return language;
  }

  Properties all() {
    return words;
  }

  /** The word {@code key}, with {@code {0}} and so on filled in; the key where there is none. */
  String get(String key, String... values) {
    String word = words.getProperty(key, key.substring(key.indexOf('.') + 1));
    for (int i = 0; i < values.length; i++) word = word.replace("{" + i + "}", values[i]);
    return word;
  }

  /** The word of an enum constant, for example {@code verdict.REJECT}. */
  String of(String group, Enum<?> constant) {
    return get(group + "." + constant.name());
  }
}
