package io.kizuna.report.internal;

/**
 * Writes XHTML. Everything that is not a tag of ours goes through {@link #text} and is escaped
 * (T19): there is no way to put markup in from outside.
 */
final class Html {

  private final StringBuilder out = new StringBuilder(1 << 18);
  private final Glyphs glyphs;

  Html(Glyphs glyphs) {
    this.glyphs = glyphs;
  }

  /**
   * @param tag a tag of ours, for example {@code td}.
   * @param attributes name, value, name, value.
   */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(glyphs.printable(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String... tags) {
    for (String tag : tags) out.append("</").append(tag).append('>');
    return this;
  }

  /**
   * Text beside other elements. It gets an element of its own: the renderer would otherwise write
   * bare text before the elements of its line, and a machine would read them in that order.
   */
  Html text(String text) {
    return text.isEmpty() ? this : line("span", text);
  }

  /** An element with nothing but text in it. */
  Html line(String tag, String text, String... attributes) {
    open(tag, attributes);
    escape(glyphs.printable(text));
    return close(tag);
  }

  Html breakLine() {
    out.append("<br/>");
    return this;
  }

  /** Style sheets of ours only. */
  Html style(String css) {
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
