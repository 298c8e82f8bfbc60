package io.kizuna.notary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text and who signed it.
 *
 * @param text ends with a line end.
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public record SignedNote(String text, List<Line> lines) {

  /** More signatures than anybody sends; a limit against made-up notes. */
  private static final int LINES_MAX = 100;

  private static final String DASH = "\u2014 ";

  /**
   * One signature line.
   *
   * @param keyName of the key that made it.
   * @param base64 of the key id and the signature.
   */
  public record Line(String keyName, String base64) {}

  public SignedNote {
    if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new IllegalArgumentException("a note is lines of text without control characters");
    }
    if (lines.isEmpty() || lines.size() > LINES_MAX) {
      throw new IllegalArgumentException("a note has 1 to " + LINES_MAX + " signatures");
    }
    lines = List.copyOf(lines);
  }

  /** Signs a text. */
  public static SignedNote sign(String text, SigningKey key) {
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] id = key.verifier().id();
    byte[] both = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, both, id.length, signature.length);
    var line = new Line(key.verifier().name(), Base64.getEncoder().encodeToString(both));
    return new SignedNote(text, List.of(line));
  }

  /**
   * Reads a note.
   *
   * @throws IllegalArgumentException if it has not this form.
   */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new IllegalArgumentException("a note has an empty line before its signatures");
    }
    var lines = new ArrayList<Line>();
    for (String line : note.substring(blank + 2).split("\n", -1)) {
      if (line.isEmpty() && lines.size() > 0) continue; // after the last line end
      int space = line.lastIndexOf(' ');
      if (!line.startsWith(DASH) || space <= DASH.length()) {
        throw new IllegalArgumentException("not a signature line: " + line);
      }
      lines.add(new Line(line.substring(DASH.length(), space), line.substring(space + 1)));
    }
    return new SignedNote(note.substring(0, blank + 1), lines);
  }

  /** Whether this key signed exactly this text. */
  public boolean isSignedBy(VerifierKey key) {
    byte[] signed = text.getBytes(StandardCharsets.UTF_8);
    for (Line line : lines) {
      byte[] both;
      try {
        both = Base64.getDecoder().decode(line.base64());
      } catch (IllegalArgumentException e) {
        continue; // of a kind we do not know; others may count
      }
      if (both.length <= VerifierKey.ID_BYTES) continue;
      byte[] id = Arrays.copyOf(both, VerifierKey.ID_BYTES);
      if (!key.isOf(line.keyName(), id)) continue;
      if (key.fits(signed, Arrays.copyOfRange(both, VerifierKey.ID_BYTES, both.length))) {
        return true;
      }
    }
    return false;
  }

  /** The note as it is stored and sent. */
  @Override
  public String toString() {
    var out = new StringBuilder(text).append('\n');
    lines.forEach(
        l -> out.append(DASH).append(l.keyName()).append(' ').append(l.base64()).append('\n'));
    return out.toString();
  }
}
