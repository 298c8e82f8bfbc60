package io.kizuna.verify;

import io.kizuna.verify.format.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** Signs notes with a key that is the same in every run: nothing of a site's. */
public final class TestNotary {

  public static final String NAME = "kizuna.example/log";

  private final String name;
  private final KeyPair keys;

  public TestNotary() {
    this(NAME, 7);
  }

  TestNotary(String name, int seed) {
    this.name = name;
    try {
      var generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, new Fixed((byte) seed));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public key as it travels. */
  public String vkey() {
    return name + "+" + Sha256.hex(id()) + "+" + Base64.getEncoder().encodeToString(typed());
  }

  /** The text with its signature. */
  public String sign(String text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      byte[] signed = signature.sign();
      byte[] line = Arrays.copyOf(id(), 4 + signed.length);
      System.arraycopy(signed, 0, line, 4, signed.length);
      return text + "\n\u2014 " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A signed checkpoint. */
  public String checkpoint(int epoch, long size, byte[] root, String time) {
    String base64 = Base64.getEncoder().encodeToString(root);
    return sign(
        "kizuna.example/log\n%d\n%s\nepoch %d\ntime %s\n".formatted(size, base64, epoch, time));
  }

  private byte[] typed() {
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    return typed;
  }

  private byte[] id() {
    var digest = Sha256.digest();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    return Arrays.copyOf(digest.digest(typed()), 4);
  }

  /** Not random at all. */
  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1;
    private final byte value;

    Fixed(byte value) {
      this.value = value;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, value);
    }
  }
}
