package io.kizuna.verify.portable;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180. */
final class Csv {

  private static final int FIELD_MAX = 100_000;

  private Csv() {}

  /** The fields of the next record; null after the last. */
  static @Nullable List<String> next(BufferedReader in) throws IOException {
    int c = in.read();
    if (c < 0) return null;
    var fields = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (; c >= 0; c = in.read()) {
      if (field.length() > FIELD_MAX) throw new IOException("a field is too long");
      if (quoted) {
        if (c != '"') {
          field.append((char) c);
          continue;
        }
        in.mark(1);
        if (in.read() == '"') {
          field.append('"');
        } else {
          in.reset();
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',') {
        fields.add(field.toString());
        field.setLength(0);
      } else if (c == '\n') {
        break;
      } else if (c != '\r') {
        field.append((char) c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
