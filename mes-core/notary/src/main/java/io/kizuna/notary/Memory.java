package io.kizuna.notary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the notary signed last, in a file of its own: one line for each checkpoint, added and made
 * last on the disk before anybody gets the signature. What the database says does not change it.
 *
 * <p>Ed25519 gives the same signature for the same text, so a line is enough to answer again.
 */
public final class Memory implements AutoCloseable {

  /** Longer than any line. */
  private static final int TAIL = 512;

  private final FileChannel file;
  private @Nullable Signed last;

  /** A checkpoint that was signed. */
  public record Signed(long epoch, long size, String root, Instant time) {

    private String line() {
      return epoch + " " + size + " " + root + " " + time + "\n";
    }

    private static Signed parse(String line) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 4) throw new IllegalStateException("not a line of a memory: " + line);
      return new Signed(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2], Instant.parse(parts[3]));
    }
  }

  private Memory(FileChannel file) {
    this.file = file;
  }

  /**
   * Opens the memory in this folder, or begins it.
   *
   * @throws IllegalStateException if another notary holds it.
   */
  public static Memory open(Path folder) throws IOException {
    Files.createDirectories(folder);
    var file =
        FileChannel.open(
            folder.resolve("signed.log"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (file.tryLock() == null) throw new IllegalStateException("in use: " + folder);
    } catch (java.nio.channels.OverlappingFileLockException e) {
      file.close();
      throw new IllegalStateException("in use: " + folder, e);
    }
    OwnFiles.sync(folder);
    var memory = new Memory(file);
    memory.readLast();
    return memory;
  }

  /** A line without its end was never answered: the notary was killed while it wrote. */
  private void readLast() throws IOException {
    long from = Math.max(0, file.size() - TAIL);
    var bytes = ByteBuffer.allocate((int) (file.size() - from));
    while (bytes.hasRemaining() && file.read(bytes, from + bytes.position()) >= 0) {}
    String tail = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
    int end = tail.lastIndexOf('\n') + 1;
    file.truncate(from + end);
    file.position(from + end);
    if (end == 0) return;
    int begin = tail.lastIndexOf('\n', end - 2) + 1;
    last = Signed.parse(tail.substring(begin, end - 1));
  }

  /** The last checkpoint that was signed; null if there is none. */
  public synchronized @Nullable Signed last() {
    return last;
  }

  synchronized void add(Signed signed) throws IOException {
    var bytes = ByteBuffer.wrap(signed.line().getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) file.write(bytes);
    file.force(true);
    last = signed;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
