package io.kizuna.verify.format;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/**
 * Section 4: what a checkpoint's note says.
 *
 * @param root base64, as the note has it.
 */
public record Checkpoint(String origin, long size, String root, int epoch, Instant time) {

  /**
   * Reads the text of a note.
   *
   * @throws IllegalArgumentException if it is not a checkpoint.
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 5 || !lines[3].startsWith("epoch ") || !lines[4].startsWith("time ")) {
      throw new IllegalArgumentException("not a checkpoint");
    }
    if (Base64.getDecoder().decode(lines[2]).length != 32) {
      throw new IllegalArgumentException("the root is not a hash");
    }
    try {
      return new Checkpoint(
          lines[0],
          Long.parseLong(lines[1]),
          lines[2],
          Integer.parseInt(lines[3].substring(6)),
          Instant.parse(lines[4].substring(5)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("the time is not a time", e);
    }
  }
}
