package io.kizuna.notary;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What the notary states: so many leaves, this root, at this time.
 *
 * @param origin names the log; the same as the name of the notary's key.
 * @param root 64 lower-case hex digits.
 * @param epoch grows with each restore from a backup; the first is 1.
 * @param time whole microseconds, UTC.
 * @see <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a>
 */
public record Checkpoint(String origin, long size, String root, long epoch, Instant time) {

  private static final int LINES = 5;

  public Checkpoint {
    if (size < 0 || epoch < 1 || HexFormat.of().parseHex(root).length != 32) {
      throw new IllegalArgumentException("no checkpoint: size " + size + ", epoch " + epoch);
    }
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The text that is signed. */
  public String text() {
    String base64 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(root));
    return origin + "\n" + size + "\n" + base64 + "\nepoch " + epoch + "\ntime " + time + "\n";
  }

  /**
   * Reads the text of a note.
   *
   * @throws IllegalArgumentException if it has not this form.
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES + 1
        || !lines[LINES].isEmpty()
        || !lines[3].startsWith("epoch ")
        || !lines[4].startsWith("time ")) {
      throw new IllegalArgumentException("not the text of a checkpoint: " + text);
    }
    try {
      String root = HexFormat.of().formatHex(Base64.getDecoder().decode(lines[2]));
      var checkpoint =
          new Checkpoint(
              lines[0],
              Long.parseLong(lines[1]),
              root,
              Long.parseLong(lines[3].substring("epoch ".length())),
              Instant.parse(lines[4].substring("time ".length())));
      // One text for one meaning: no leading zeros, no other way to write a time.
      if (!checkpoint.text().equals(text)) throw new IllegalArgumentException("not canonical");
      return checkpoint;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not the text of a checkpoint: " + text, e);
    }
  }
}
