package io.kizuna.seal;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.portable.RecordSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Seals with the key of this installation; the form is that of C2SP signed notes. */
@Component
class InstallationKey implements RecordSeal {

  /** Ed25519 in C2SP signed notes. */
  private static final byte ALGORITHM = 1;

  private final String name;
  private final @Nullable String fault;
  private final @Nullable Ed25519PrivateKeyParameters key;

  /**
   * @param file the private key; empty if the installation has none.
   * @param create whether a missing file is made: in the demonstration.
   */
  InstallationKey(
      @Value("${kizuna.seal.key:}") String file,
      @Value("${kizuna.seal.create:false}") boolean create,
      @Value("${kizuna.seal.name:records-${kizuna.site.facility-code:site}}") String name) {
    this.name = name;
    try {
      if (create && !file.isBlank() && !Files.exists(Path.of(file))) {
        SealKeyFile.create(Path.of(file));
      }
      fault = SealKeyFile.fault(file);
      key = fault == null ? SealKeyFile.read(Path.of(file)) : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String seal(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    var signer = new Ed25519Signer();
    signer.init(true, key());
    signer.update(message, 0, message.length);
    byte[] signature = signer.generateSignature();
    byte[] line = ByteBuffer.allocate(4 + signature.length).put(keyId()).put(signature).array();
    return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
  }

  @Override
  public String publicKey() {
    String encoded = Base64.getEncoder().encodeToString(typedKey());
    return name + "+" + HexFormat.of().formatHex(keyId()) + "+" + encoded;
  }

  private Ed25519PrivateKeyParameters key() {
    if (key != null) return key;
    throw new MesException(
        ErrorCode.SEAL_UNAVAILABLE,
        "A portable record is sealed with the key of the installation.",
        fault,
        "kizuna.seal.key",
        "ADMINISTRATOR");
  }

  private byte[] typedKey() {
    byte[] raw = key().generatePublicKey().getEncoded();
    return ByteBuffer.allocate(1 + raw.length).put(ALGORITHM).put(raw).array();
  }

  private byte[] keyId() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(typedKey()), 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
