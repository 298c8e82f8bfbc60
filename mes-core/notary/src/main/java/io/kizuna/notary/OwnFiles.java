package io.kizuna.notary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files that are whole or not there, and of nobody else where the system knows of others. */
final class OwnFiles {

  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private OwnFiles() {}

  /** Writes a file and makes it last; {@code secret} ones are mode 600 from the first byte. */
  static void replace(Path file, String text, boolean secret) throws IOException {
    Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
    Path fresh = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    if (secret && knowsOthers(folder)) {
      Files.createFile(
          fresh,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(fresh);
    }
    try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      var bytes = java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    sync(folder);
  }

  /** Makes the names in a folder last; Windows does that by itself and cannot be asked. */
  static void sync(Path folder) throws IOException {
    if (!knowsOthers(folder)) return;
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  static void requirePrivate(Path file) throws IOException {
    if (!knowsOthers(file)) return;
    var held = EnumSet.copyOf(OTHERS);
    held.retainAll(Files.getPosixFilePermissions(file));
    if (!held.isEmpty()) {
      throw new IllegalStateException(
          file + " is open to others than its owner (" + held + "); needed: mode 600");
    }
  }

  private static boolean knowsOthers(Path file) throws IOException {
    return Files.getFileStore(file).supportsFileAttributeView("posix");
  }
}
