package io.kizuna.verify.vectors;

import io.kizuna.verify.format.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One file of docs/trail-vectors. */
final class VectorFile {

  static final Path FOLDER = Path.of("../../docs/trail-vectors");

  private VectorFile() {}

  static Json.Members read(String name) throws Exception {
    return Json.object(Files.readString(FOLDER.resolve(name)));
  }

  static List<Json.Members> list(Json.Members file, String name) {
    var list = new ArrayList<Json.Members>();
    for (Json item : ((Json.Items) file.members().get(name)).items()) list.add((Json.Members) item);
    return list;
  }

  static List<String> texts(Json.Members file, String name) {
    var list = new ArrayList<String>();
    for (Json item : ((Json.Items) file.members().get(name)).items()) {
      list.add(((Json.Text) item).value());
    }
    return list;
  }

  static void write(String name, Map<String, Object> content) throws IOException {
    Files.createDirectories(FOLDER);
    Files.writeString(FOLDER.resolve(name), indented(Json.canonical(json(content)), 0) + "\n");
  }

  /** Texts, lists and maps. */
  static Json json(Object value) {
    if (value instanceof Map<?, ?> map) {
      var members = new TreeMap<String, Json>();
      map.forEach((k, v) -> members.put((String) k, json(v)));
      return new Json.Members(members);
    }
    if (value instanceof List<?> list)
      return new Json.Items(list.stream().map(VectorFile::json).toList());
    return new Json.Text(value.toString());
  }

  static Map<String, Object> map(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) map.put((String) pairs[i], pairs[i + 1]);
    return map;
  }

  /** One member or item a line, so that people can read and compare. */
  private static String indented(String canonical, int from) {
    var out = new StringBuilder();
    int depth = 0;
    boolean text = false;
    for (int i = from; i < canonical.length(); i++) {
      char c = canonical.charAt(i);
      if (c == '"' && !escaped(canonical, i)) text = !text;
      if (text || c == '"') {
        out.append(c);
      } else if (c == '{' || c == '[') {
        out.append(c).append('\n').append("  ".repeat(++depth));
      } else if (c == '}' || c == ']') {
        out.append('\n').append("  ".repeat(--depth)).append(c);
      } else if (c == ',') {
        out.append(c).append('\n').append("  ".repeat(depth));
      } else {
        out.append(c).append(c == ':' ? " " : "");
      }
    }
    return out.toString();
  }

  private static boolean escaped(String text, int at) {
    int slashes = 0;
    for (int i = at - 1; i >= 0 && text.charAt(i) == '\\'; i--) slashes++;
    return slashes % 2 == 1;
  }
}
