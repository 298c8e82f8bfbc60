package io.kizuna.verify.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 and its written form. */
public final class Sha256 {

  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /** A fresh digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JRE has SHA-256", e);
    }
  }

  /** 32 bytes. */
  public static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /** 64 lower-case hex digits over the UTF-8 form. */
  public static String hex(String text) {
    return hex(of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Lower-case hex digits of {@code bytes} themselves. */
  public static String hex(byte[] bytes) {
    return HEX.formatHex(bytes);
  }

  /** Whether {@code text} is a written hash. */
  public static boolean isHash(String text) {
    if (text.length() != 64) return false;
    for (int i = 0; i < 64; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) return false;
    }
    return true;
  }

  /**
   * @throws IllegalArgumentException if it is not hex.
   */
  public static byte[] bytes(String hex) {
    return HEX.parseHex(hex);
  }
}
