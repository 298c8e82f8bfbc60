package io.kizuna.verify.portable;

import io.kizuna.verify.format.Json;
import java.io.IOException;

/** One JSON object a line. */
final class JsonLines {

  private JsonLines() {}

  static Json.Members object(String line) throws IOException {
    try {
      return Json.object(line);
    } catch (Json.Malformed e) {
      throw new IOException("a line is no JSON object: " + e.getMessage(), e);
    }
  }

  /** A whole number, written as text or as a number; -1 if it is neither. */
  static long number(Json.Members object, String name) {
    var value = object.members().get(name);
    String text =
        value instanceof Json.Text t ? t.value() : value instanceof Json.Plain p ? p.value() : "";
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  static String text(Json.Members object, String name) {
    String text = object.text(name);
    return text == null ? "" : text;
  }
}
