package io.kizuna.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.databind.json.JsonMapper;

/** Canonical JSON (RFC 8785) and SHA-256 over it: what signatures and the audit trail rest on. */
public final class Digest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Digest() {}

  /**
   * The canonical JSON text of {@code content}. Numbers must already be text: RFC 8785 would pass
   * them through a double and 0.10 would become 0.1.
   */
  public static String canonical(Map<String, ?> content) {
    try {
      return new JsonCanonicalizer(MAPPER.writeValueAsString(content)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code text} as canonical JSON writes it, with its quotation marks. */
  public static String canonicalText(String text) {
    String object = canonical(Map.of("", text));
    return object.substring("{\"\":".length(), object.length() - 1);
  }

  /** SHA-256 of the UTF-8 form, 64 lower-case hex digits. */
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256, 64 lower-case hex digits. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
