package io.kizuna.report.internal;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a printed line may end: never inside a time of day, never between a unit's parts. */
final class LineBreaks implements FSTextBreaker {

  private final BreakIterator lines;
  private String text = "";

  LineBreaks(Locale locale) {
    lines = BreakIterator.getLineInstance(locale);
  }

  @Override
  public int next() {
    int at = lines.next();
    while (at != BreakIterator.DONE && at < text.length() && belongsTogether(at)) at = lines.next();
    return at;
  }

  private boolean belongsTogether(int at) {
    char before = text.charAt(at - 1);
    char after = text.charAt(at);
    return (before == ':' && Character.isDigit(after))
        || after == '/'
        || before == '/'
        || before == '^';
  }

  @Override
  public void setText(String text) {
    this.text = text;
    lines.setText(text);
  }
}
