package io.kizuna.identity;

import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Optional;

/**
 * The curated words people say to each other to tell batches apart; one concept in both languages,
 * no two alike in sound or spelling. A secondary cue only: the check is the scan.
 */
public final class CheckWords {

  private static final List<Text> WORDS =
      List.of(
          word("MAPLE", "カエデ"),
          word("HERON", "サギ"),
          word("BRIDGE", "ハシ"),
          word("COPPER", "アカガネ"),
          word("VIOLIN", "バイオリン"),
          word("HARBOR", "ミナト"),
          word("PEBBLE", "コイシ"),
          word("LANTERN", "トウロウ"),
          word("FALCON", "ハヤブサ"),
          word("GINGER", "ショウガ"),
          word("ISLAND", "シマ"),
          word("WALNUT", "クルミ"),
          word("SUMMIT", "イタダキ"),
          word("DOLPHIN", "イルカ"),
          word("ORCHID", "ラン"),
          word("THUNDER", "カミナリ"),
          word("MEADOW", "クサハラ"),
          word("ANCHOR", "イカリ"),
          word("BAMBOO", "タケ"),
          word("CRYSTAL", "スイショウ"),
          word("KEYRING", "カギタバ"),
          word("SPARROW", "スズメ"),
          word("TUNNEL", "トンネル"),
          word("UMBRELLA", "カサ"),
          word("WINDMILL", "フウシャ"),
          word("YELLOWTAIL", "ブリ"),
          word("ZEBRA", "シマウマ"),
          word("EMBER", "オキビ"),
          word("JASMINE", "マツリカ"),
          word("NOODLE", "ウドン"),
          word("QUARTZ", "セキエイ"),
          word("RIVER", "カワ"));

  private CheckWords() {}

  /** All words, in a fixed order. */
  public static List<Text> all() {
    return WORDS;
  }

  /** The word by its English form. */
  public static Optional<Text> byEnglish(String word) {
    return WORDS.stream().filter(w -> w.en().equals(word)).findFirst();
  }

  private static Text word(String en, String ja) {
    return new Text(en, ja);
  }
}
