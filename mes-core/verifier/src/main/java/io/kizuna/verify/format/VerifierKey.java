package io.kizuna.verify.format;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A public key as it travels: {@code <key name>+<key id in hex>+<base64(0x01 ‖ public key)>}.
 *
 * @param id hex of the first four bytes of SHA-256(key name ‖ LF ‖ 0x01 ‖ public key).
 */
public record VerifierKey(String name, String id, PublicKey key) {

  private static final int ED25519 = 1;

  /** What an X.509 public key has before the 32 bytes of Ed25519 (RFC 8410). */
  private static final byte[] X509 = Sha256.bytes("302a300506032b6570032100");

  /**
   * @throws IllegalArgumentException if it is not an Ed25519 key that fits its own id.
   */
  public static VerifierKey parse(String vkey) {
    // the base64 may hold a plus as well, the name may not
    String[] parts = vkey.strip().split("\\+", 3);
    if (parts.length != 3) throw new IllegalArgumentException("not name+id+key");
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 33 || typed[0] != ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key");
    }
    String id = id(parts[0], typed);
    if (!id.equals(parts[1])) {
      throw new IllegalArgumentException("the key does not fit its id " + parts[1]);
    }
    return new VerifierKey(parts[0], id, publicKey(Arrays.copyOfRange(typed, 1, 33)));
  }

  boolean fits(SignedNote.Line line) {
    return line.name().equals(name) && line.keyId().equals(id);
  }

  boolean verifies(String text, SignedNote.Line line) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.verify(line.signature());
    } catch (GeneralSecurityException e) {
      return false; // not even formed like a signature
    }
  }

  private static String id(String name, byte[] typed) {
    var digest = Sha256.digest();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    return Sha256.hex(Arrays.copyOf(digest.digest(typed), 4));
  }

  private static PublicKey publicKey(byte[] raw) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + raw.length);
    System.arraycopy(raw, 0, encoded, X509.length, raw.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }
}
