package io.kizuna.audit.internal;

import io.kizuna.audit.Notary.Mark;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.notary.Checkpoint;
import io.kizuna.notary.SignedNote;
import io.kizuna.notary.VerifierKey;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Copies of the checkpoints where the database's administrators cannot change them: one file each,
 * only ever added. Names sort as the log does.
 */
final class AnchorDirectory {

  private static final Pattern NAME = Pattern.compile("[0-9]{4,}-[0-9]{12,}\\.note");

  /** Longer than any note of ours with a few signatures. */
  private static final int NOTE_BYTES_MAX = 16_384;

  /** Far longer than a note takes between two writes. */
  private static final long OTHER_WRITES_MS = 250;

  private final Path folder;
  private final Collection<VerifierKey> keys;

  AnchorDirectory(Path folder, Collection<VerifierKey> keys) {
    this.folder = folder;
    this.keys = keys;
  }

  static String name(long epoch, long size) {
    return "%04d-%012d.note".formatted(epoch, size);
  }

  /** The newest anchor that the notary signed; torn or foreign files are none. */
  Optional<Mark> newest() throws IOException {
    Files.createDirectories(folder);
    List<String> names = new ArrayList<>();
    try (var files = Files.newDirectoryStream(folder, "*.note")) {
      for (Path file : files) names.add(file.getFileName().toString());
    }
    names.removeIf(n -> !NAME.matcher(n).matches());
    names.sort(Comparator.reverseOrder());
    for (String name : names) {
      var mark = read(folder.resolve(name));
      if (mark.isPresent()) return mark;
    }
    return Optional.empty();
  }

  private Optional<Mark> read(Path file) throws IOException {
    if (Files.size(file) > NOTE_BYTES_MAX) return Optional.empty();
    try {
      var note = SignedNote.parse(Files.readString(file));
      if (keys.stream().noneMatch(note::isSignedBy)) return Optional.empty();
      var c = Checkpoint.parse(note.text());
      if (!file.getFileName().toString().equals(name(c.epoch(), c.size()))) return Optional.empty();
      return Optional.of(new Mark(c.epoch(), c.size(), c.root()));
    } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /**
   * Adds the copy of a checkpoint, on the disk when this returns.
   *
   * @throws IOException if it cannot, or if the file is there and says something else.
   */
  void add(SealedCheckpoint c) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name(c.epoch(), c.size()));
    byte[] note = c.note().getBytes(StandardCharsets.UTF_8);
    try {
      write(file, note, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      complete(file, note);
    }
  }

  /**
   * Another server may be writing the same note just now: it is left to finish. Killed in the
   * middle of it, only what is missing is added; another text is never replaced.
   */
  private void complete(Path file, byte[] note) throws IOException {
    byte[] there = beginning(file, note);
    byte[] before;
    do {
      before = there;
      if (before.length == note.length) return;
      pause();
      there = beginning(file, note);
    } while (there.length > before.length);
    write(file, Arrays.copyOfRange(note, there.length, note.length), StandardOpenOption.APPEND);
  }

  private static byte[] beginning(Path file, byte[] note) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] there = in.readNBytes(note.length + 1);
      int same = Arrays.mismatch(there, note); // -1: all of it
      if (same >= 0 && same < there.length) {
        throw new IOException(file + " is there and holds another note");
      }
      return there;
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(OTHER_WRITES_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped while another server writes");
    }
  }

  private void write(Path file, byte[] bytes, StandardOpenOption how) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, how)) {
      var buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) channel.write(buffer);
      channel.force(true);
    }
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) return;
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true); // the name is on the disk, too
    }
  }
}
