package io.kizuna.verify.format;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A C2SP signed note: a text, an empty line, one line for each signature.
 *
 * @param text with its last line feed; what is signed.
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public record SignedNote(String text, List<Line> signatures) {

  /** {@code — <key name> <base64(key id ‖ signature)>}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Line(String name, String keyId, byte[] signature) {}

  /**
   * @throws IllegalArgumentException if it is not a signed note.
   */
  public static SignedNote parse(String note) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) throw new IllegalArgumentException("not a signed note");
    var lines = new ArrayList<Line>();
    for (String line : note.substring(end + 2, note.length() - 1).split("\n", -1)) {
      if (!line.startsWith("\u2014 ")) throw new IllegalArgumentException("not a signature line");
      int space = line.indexOf(' ', 2);
      if (space < 0) throw new IllegalArgumentException("not a signature line");
      byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
      if (bytes.length < 5) throw new IllegalArgumentException("too short a signature");
      var signature = new byte[bytes.length - 4];
      System.arraycopy(bytes, 4, signature, 0, signature.length);
      lines.add(new Line(line.substring(2, space), Sha256.hex(bytes).substring(0, 8), signature));
    }
    return new SignedNote(note.substring(0, end + 1), lines);
  }

  /** Whether this key signed it. */
  public boolean signedBy(VerifierKey key) {
    return signatures.stream().anyMatch(line -> key.fits(line) && key.verifies(text, line));
  }
}
