package io.kizuna.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LedgerTest {

  // What does not fit in the memory goes through files and still comes together.
  @Test
  void bringsTogetherWhatWasSaidApart() throws Exception {
    var said = new ArrayList<Integer>();
    for (int i = 0; i < 1000; i++) said.add(i);
    Collections.shuffle(said, new Random(1));
    try (var ledger = new Ledger(64)) {
      for (int i : said) ledger.add("key " + i, "a", "1");
      for (int i : said) if (i % 3 == 0) ledger.add("key " + i, "b", "\u5024");
      var sides = new TreeMap<String, Integer>();
      ledger.forEach((key, entries) -> assertThat(sides.put(key, entries.size())).isNull());
      assertThat(sides).hasSize(1000);
      for (int i : said) assertThat(sides.get("key " + i)).isEqualTo(i % 3 == 0 ? 2 : 1);
    }
  }
}
