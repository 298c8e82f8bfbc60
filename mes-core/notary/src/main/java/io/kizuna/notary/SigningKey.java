package io.kizuna.notary;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The notary's own key: a PKCS#8 PEM that only its owner reads, its public half beside it. */
public final class SigningKey {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final Base64.Encoder PEM =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  private final PrivateKey key;
  private final VerifierKey verifier;

  SigningKey(PrivateKey key, VerifierKey verifier) {
    this.key = key;
    this.verifier = verifier;
    byte[] probe = {1};
    if (!verifier.fits(probe, sign(probe))) {
      throw new IllegalArgumentException("private and public key do not belong together");
    }
  }

  /**
   * Reads the key, or makes it at the first start; the public half lies beside it as {@code .vkey}.
   *
   * @param name whoever checks a note finds the key by it, for example {@code site.example/trail};
   *     used at the first start only.
   * @throws IllegalStateException if others than the owner may read the file.
   */
  public static SigningKey loadOrCreate(Path file, String name) throws IOException {
    if (!Files.exists(file)) create(file, name);
    OwnFiles.requirePrivate(file);
    String pem = Files.readString(file).strip();
    if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
      throw new IllegalArgumentException("no private key in PEM: " + file);
    }
    String base64 = pem.substring(BEGIN.length(), pem.length() - END.length());
    return of(
        Base64.getMimeDecoder().decode(base64), VerifierKey.parse(Files.readString(vkey(file))));
  }

  static SigningKey of(byte[] pkcs8, VerifierKey verifier) {
    try {
      var key =
          KeyFactory.getInstance(VerifierKey.ALGORITHM)
              .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new SigningKey(key, verifier);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  /** Where the public half lies: the same name, ending {@code .vkey}. */
  public static Path vkey(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".vkey");
  }

  private static void create(Path file, String name) throws IOException {
    try {
      var pair = KeyPairGenerator.getInstance(VerifierKey.ALGORITHM).generateKeyPair();
      var verifier = VerifierKey.of(name, pair.getPublic());
      // The public half first: a private key without it would be of no use after a crash here.
      OwnFiles.replace(vkey(file), verifier + "\n", false);
      String pem = BEGIN + "\n" + PEM.encodeToString(pair.getPrivate().getEncoded()) + "\n" + END;
      OwnFiles.replace(file, pem + "\n", true);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
    }
  }

  public VerifierKey verifier() {
    return verifier;
  }

  byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance(VerifierKey.ALGORITHM);
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key does not sign", e);
    }
  }
}
