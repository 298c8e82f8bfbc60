package io.kizuna.verify.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as it was written: numbers keep their digits, members are sorted as RFC 8785 wants. */
public sealed interface Json {

  /** A text. */
  record Text(String value) implements Json {}

  /** A number, {@code true}, {@code false} or {@code null}, digit for digit. */
  record Plain(String value) implements Json {}

  /** A list. */
  record Items(List<Json> items) implements Json {}

  /** An object. */
  record Members(Map<String, Json> members) implements Json {

    /** The text under {@code name}; null if there is none or it is no text. */
    public @Nullable String text(String name) {
      return members.get(name) instanceof Text t ? t.value() : null;
    }

    /** The object under {@code name}; empty if there is none. */
    public Members object(String name) {
      return members.get(name) instanceof Members m ? m : EMPTY;
    }
  }

  /** An object without members. */
  Members EMPTY = new Members(Collections.emptyMap());

  /** Not JSON, or a member twice. */
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  /** Reads a text that is one JSON value. */
  static Json read(String text) throws Malformed {
    try (JsonParser in = Reader.FACTORY.createParser(ObjectReadContext.empty(), text)) {
      JsonToken first = in.nextToken();
      if (first == null) throw new Malformed("empty");
      Json value = Reader.value(in, first);
      if (in.nextToken() != null) throw new Malformed("something follows the value");
      return value;
    } catch (JacksonException e) {
      throw new Malformed(String.valueOf(e.getOriginalMessage()));
    }
  }

  /** Reads a text that must be an object. */
  static Members object(String text) throws Malformed {
    if (read(text) instanceof Members members) return members;
    throw new Malformed("not an object");
  }

  /** RFC 8785; right for what has no numbers, or whole ones. */
  static String canonical(Json value) {
    var out = new StringBuilder(512);
    Writer.value(out, value);
    return out.toString();
  }

  /** The reading half. */
  final class Reader {

    private static final JsonFactory FACTORY =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Reader() {}

    private static Json value(JsonParser in, JsonToken token) throws Malformed {
      return switch (token) {
        case START_OBJECT -> members(in);
        case START_ARRAY -> items(in);
        case VALUE_STRING -> new Text(in.getString());
        default -> new Plain(in.getString());
      };
    }

    private static Json members(JsonParser in) throws Malformed {
      // String's order is that of UTF-16 code units, which is what RFC 8785 asks for
      var members = new TreeMap<String, Json>();
      for (String name = in.nextName(); name != null; name = in.nextName()) {
        members.put(name, value(in, in.nextToken()));
      }
      return new Members(members);
    }

    private static Json items(JsonParser in) throws Malformed {
      var items = new ArrayList<Json>();
      for (var t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
        items.add(value(in, t));
      }
      return new Items(items);
    }
  }

  /** The writing half. */
  final class Writer {

    private static final String HEX = "0123456789abcdef";

    private Writer() {}

    private static void value(StringBuilder out, Json value) {
      if (value instanceof Text t) {
        text(out, t.value());
      } else if (value instanceof Plain p) {
        out.append(p.value());
      } else if (value instanceof Items list) {
        char before = '[';
        for (Json item : list.items()) {
          out.append(before);
          value(out, item);
          before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
      } else if (value instanceof Members object) {
        members(out, object.members());
      }
    }

    private static void members(StringBuilder out, Map<String, Json> members) {
      char before = '{';
      for (var member : members.entrySet()) {
        out.append(before);
        text(out, member.getKey());
        out.append(':');
        value(out, member.getValue());
        before = ',';
      }
      out.append(before == '{' ? "{}" : "}");
    }

    /** Writes a text with the escapes of RFC 8785, section 3.2.2.2, and no others. */
    public static void text(StringBuilder out, String text) {
      out.append('"');
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\') {
          out.append('\\').append(c);
        } else if (c >= ' ') {
          out.append(c);
        } else {
          control(out, c);
        }
      }
      out.append('"');
    }

    private static void control(StringBuilder out, char c) {
      switch (c) {
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      }
    }
  }
}
