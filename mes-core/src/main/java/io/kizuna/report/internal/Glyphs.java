package io.kizuna.report.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the embedded font can print; nothing is dropped without a trace. */
final class Glyphs {

  static final String REGULAR = "/fonts/BIZUDPGothic-Regular.ttf";
  static final String BOLD = "/fonts/BIZUDPGothic-Bold.ttf";

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private static final class Holder {
    static final Glyphs FONT = new Glyphs();
  }

  private final CmapLookup font;

  private Glyphs() {
    try (var in = Objects.requireNonNull(Glyphs.class.getResourceAsStream(REGULAR), REGULAR);
        var ttf = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
      font = ttf.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Glyphs font() {
    return Holder.FONT;
  }

  /**
   * The text with what cannot be printed in other words: powers as {@code ^6}, everything else by
   * its code point, for example {@code [U+1F600]}.
   */
  String printable(String text) {
    var out = new StringBuilder(text.length() + 8);
    boolean power = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      int digit = SUPERSCRIPTS.indexOf(c);
      if (digit >= 0 || c == '⁻') {
        if (!power) out.append('^');
        power = true;
        out.append(digit >= 0 ? Integer.toString(digit) : "-");
        continue;
      }
      power = false;
      one(out, c);
    }
    return out.toString();
  }

  private void one(StringBuilder out, int c) {
    if (c == '\u00a0') {
      out.append('\u00a0'); // keeps a number and its unit together
    } else if (c == '\n' || c == '\r' || c == '\t' || Character.isSpaceChar(c)) {
      out.append(c == '\u3000' ? '\u3000' : ' ');
    } else if (font.getGlyphId(c) != 0 && c != 0xFFFE && c != 0xFFFF) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format(Locale.ROOT, "[U+%04X]", c));
    }
  }
}
