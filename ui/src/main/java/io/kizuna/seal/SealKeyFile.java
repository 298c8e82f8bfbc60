package io.kizuna.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.jspecify.annotations.Nullable;

/** An Ed25519 private key as {@code openssl genpkey -algorithm ed25519} writes it (PKCS#8, PEM). */
public final class SealKeyFile {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private SealKeyFile() {}

  /** What is wrong with the key of a site; null if it can be used. */
  public static @Nullable String fault(@Nullable String file) {
    if (file == null || file.isBlank()) return "no kizuna.seal.key";
    Path path = Path.of(file);
    if (!Files.isReadable(path)) return "no readable file " + file;
    try {
      if (isOpen(path)) return file + " can be read by others than its owner";
      read(path);
      return null;
    } catch (IOException | RuntimeException e) {
      return file + " holds no Ed25519 private key (PKCS#8, PEM)";
    }
  }

  /** Makes a key only the owner of the process can read. */
  static void create(Path file) throws IOException {
    var key = new Ed25519PrivateKeyParameters(new SecureRandom());
    byte[] encoded = PrivateKeyInfoFactory.createPrivateKeyInfo(key).getEncoded();
    String pem = BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded) + "\n" + END + "\n";
    Files.createDirectories(file.toAbsolutePath().getParent());
    FileAttribute<?>[] mode =
        hasModes()
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
            : new FileAttribute<?>[0];
    Files.createFile(file, mode);
    Files.writeString(file, pem);
  }

  static Ed25519PrivateKeyParameters read(Path file) throws IOException {
    String pem = Files.readString(file, StandardCharsets.US_ASCII);
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < 0) throw new IOException("no PEM private key");
    byte[] encoded = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    if (PrivateKeyFactory.createKey(encoded) instanceof Ed25519PrivateKeyParameters key) return key;
    throw new IOException("no Ed25519 key");
  }

  private static boolean isOpen(Path file) throws IOException {
    return hasModes() && !OWNER.containsAll(Files.getPosixFilePermissions(file));
  }

  private static boolean hasModes() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
