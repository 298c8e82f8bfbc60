package io.kizuna.notary;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public Ed25519 key as it travels: {@code <name>+<key id>+<base64(0x01 ‖ key)>}.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note</a>
 */
public final class VerifierKey {

  static final String ALGORITHM = "Ed25519";
  static final int ID_BYTES = 4;

  private static final byte ED25519 = 1;
  private static final int KEY_BYTES = 32;

  /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private final String name;
  private final byte[] raw;
  private final byte[] id;
  private final PublicKey key;

  private VerifierKey(String name, byte[] raw) {
    this.name = checkedName(name);
    this.raw = raw;
    this.id = id(name, raw);
    try {
      byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
      System.arraycopy(raw, 0, encoded, X509.length, KEY_BYTES);
      this.key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key: " + name, e);
    }
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is another kind of key, or name and id do not fit.
   */
  public static VerifierKey parse(String text) {
    String[] parts = text.strip().split("\\+", 3); // base64 may hold further pluses
    if (parts.length != 3) throw new IllegalArgumentException("no verifier key: " + text);
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
      throw new IllegalArgumentException("not an Ed25519 key: " + parts[0]);
    }
    var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.toString().equals(text.strip())) {
      throw new IllegalArgumentException("name, id and key do not belong together: " + text);
    }
    return key;
  }

  static VerifierKey of(String name, PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new VerifierKey(
        name, Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
  }

  private static String checkedName(String name) {
    boolean bad = name.isEmpty() || name.contains("+") || name.chars().anyMatch(c -> c <= ' ');
    if (bad) throw new IllegalArgumentException("a key's name has no space and no plus: " + name);
    return name;
  }

  private static byte[] id(String name, byte[] raw) {
    var digest = MerkleTree.sha256();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    digest.update(ED25519);
    return Arrays.copyOf(digest.digest(raw), ID_BYTES);
  }

  public String name() {
    return name;
  }

  byte[] id() {
    return id.clone();
  }

  /** The key id as it is printed: eight hex digits. */
  public String idHex() {
    return HexFormat.of().formatHex(id);
  }

  boolean isOf(String otherName, byte[] otherId) {
    return name.equals(otherName) && MessageDigest.isEqual(id, otherId);
  }

  boolean fits(byte[] text, byte[] signature) {
    try {
      var check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(text);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false; // a signature of another form is none
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey k && k.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The text form, without a line end. */
  @Override
  public String toString() {
    byte[] typed = new byte[1 + KEY_BYTES];
    typed[0] = ED25519;
    System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
    return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
  }
}
