package io.kizuna.identity;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.Text;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes the identity of a new batch so that it cannot be mistaken for one that is active. */
public final class AssignIdentity {

  /** Glyphs: four shapes times three hatches. */
  private static final int GLYPHS = 12;

  /** Drawing a free code fails only when the site is nearly full of look-alikes. */
  private static final int TRIES_MAX = 10_000;

  private AssignIdentity() {}

  /**
   * @param facility ISBT 128 facility code, for example {@code A9997}.
   * @param active identities of the batches that are not ended.
   * @throws MesException STATE_CHANGE_REFUSED if every check word is in use.
   */
  public static BatchIdentity assign(
      String facility, int year, Collection<BatchIdentity> active, RandomGenerator random) {
    String serial = serial(active, random);
    return new BatchIdentity(
        CoiIdentifier.of(facility, year, serial),
        shortCode(serial),
        checkWord(active, random),
        glyph(active, random));
  }

  private static String serial(Collection<BatchIdentity> active, RandomGenerator random) {
    for (int i = 0; i < TRIES_MAX; i++) {
      var serial = new StringBuilder();
      for (int c = 0; c < 6; c++) {
        serial.append(CoiIdentifier.ALPHABET.charAt(random.nextInt(32)));
      }
      String code = shortCode(serial.toString());
      if (active.stream().allMatch(a -> differences(a.shortCode(), code) >= 2)) {
        return serial.toString();
      }
    }
    throw full("short code");
  }

  private static String shortCode(String serial) {
    return serial.substring(0, 3) + "-" + serial.substring(3, 5);
  }

  private static Text checkWord(Collection<BatchIdentity> active, RandomGenerator random) {
    List<Text> free =
        CheckWords.all().stream()
            .filter(w -> active.stream().noneMatch(a -> a.checkWord().equals(w)))
            .toList();
    if (free.isEmpty()) throw full("check word");
    return free.get(random.nextInt(free.size()));
  }

  /** Prefers a glyph nobody uses; with more than twelve active batches it may repeat. */
  private static int glyph(Collection<BatchIdentity> active, RandomGenerator random) {
    int start = random.nextInt(GLYPHS);
    for (int i = 0; i < GLYPHS; i++) {
      int glyph = (start + i) % GLYPHS;
      if (active.stream().noneMatch(a -> a.glyph() == glyph)) return glyph;
    }
    return start;
  }

  private static int differences(String a, String b) {
    int n = 0;
    for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
      if (a.charAt(i) != b.charAt(i)) n++;
    }
    return n;
  }

  private static MesException full(String what) {
    return new MesException(
        ErrorCode.STATE_CHANGE_REFUSED,
        "Every active batch needs its own " + what + ".",
        "all in use",
        "end a batch first",
        "SUPERVISOR");
  }
}
