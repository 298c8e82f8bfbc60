package io.kizuna.notary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published test vectors: what they say must hold here as anywhere. */
final class Vectors {

  private static final Path FOLDER = Path.of("../../docs/trail-vectors");

  private Vectors() {}

  static JsonNode read(String name) {
    try {
      return JsonMapper.builder().build().readTree(Files.readString(FOLDER.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] hex(JsonNode node) {
    return HexFormat.of().parseHex(node.asString());
  }

  static List<byte[]> hexes(JsonNode nodes) {
    var all = new ArrayList<byte[]>();
    for (JsonNode n : nodes) all.add(hex(n));
    return all;
  }
}
