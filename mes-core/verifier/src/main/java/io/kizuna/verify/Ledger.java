package io.kizuna.verify;

import io.kizuna.verify.source.Cursor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what two places say about the same thing: entries are sorted by key, in files
 * once they are more than the memory should hold.
 */
public final class Ledger implements AutoCloseable {

  /** Some 60 MB of entries of 200 characters. */
  private static final int IN_MEMORY = 200_000;

  /**
   * @param key what it is about.
   * @param side who says so.
   * @param says what is said.
   */
  public record Entry(String key, String side, String says) implements Comparable<Entry> {
    @Override
    public int compareTo(Entry o) {
      int c = key.compareTo(o.key);
      if (c == 0) c = side.compareTo(o.side);
      return c != 0 ? c : says.compareTo(o.says);
    }
  }

  /** Takes everything that was said about one key. */
  public interface Group {
    void visit(String key, List<Entry> entries) throws IOException;
  }

  private List<Entry> memory = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private final int limit;

  public Ledger() {
    this(IN_MEMORY);
  }

  Ledger(int limit) {
    this.limit = limit;
  }

  /** Adds an entry. */
  public void add(String key, String side, String says) throws IOException {
    memory.add(new Entry(key, side, says));
    if (memory.size() >= limit) spill();
  }

  /** Visits every key once, in order. */
  public void forEach(Group group) throws IOException {
    try (var all = sorted()) {
      var together = new ArrayList<Entry>();
      for (Entry e = all.next(); e != null; e = all.next()) {
        if (!together.isEmpty() && !together.get(0).key().equals(e.key())) {
          group.visit(together.get(0).key(), together);
          together.clear();
        }
        together.add(e);
      }
      if (!together.isEmpty()) group.visit(together.get(0).key(), together);
    }
  }

  /** All entries by key, side and what is said. */
  public Cursor<Entry> sorted() throws IOException {
    Collections.sort(memory);
    var merge = new Merge();
    for (Path p : runs) merge.add(new Run(p));
    merge.add(new Run(memory));
    return merge;
  }

  /** The runs as one. */
  private static final class Merge implements Cursor<Entry> {
    private final PriorityQueue<Run> queue = new PriorityQueue<>();
    private final List<Run> open = new ArrayList<>();

    void add(Run run) throws IOException {
      open.add(run);
      if (run.advance()) queue.add(run);
    }

    @Override
    public @Nullable Entry next() throws IOException {
      Run run = queue.poll();
      if (run == null) return null;
      Entry entry = run.head();
      if (run.advance()) queue.add(run);
      return entry;
    }

    @Override
    public void close() throws IOException {
      for (Run run : open) run.close();
    }
  }

  private void spill() throws IOException {
    Collections.sort(memory);
    Path file = Files.createTempFile("kizuna-verify", ".run");
    runs.add(file);
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Entry e : memory) {
        out.writeUTF(e.key());
        out.writeUTF(e.side());
        out.writeUTF(e.says());
      }
    }
    memory = new ArrayList<>();
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) Files.deleteIfExists(run);
  }

  /** Entries in order, of a file or of the memory. */
  private static final class Run implements Comparable<Run> {

    private final @Nullable DataInputStream file;
    private final List<Entry> memory;
    private int next;
    private @Nullable Entry head;

    Run(Path path) throws IOException {
      file = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)));
      memory = List.of();
    }

    Run(List<Entry> memory) {
      file = null;
      this.memory = memory;
    }

    Entry head() {
      if (head == null) throw new IllegalStateException("at its end");
      return head;
    }

    boolean advance() throws IOException {
      if (file == null) {
        head = next < memory.size() ? memory.get(next++) : null;
      } else {
        try {
          head = new Entry(file.readUTF(), file.readUTF(), file.readUTF());
        } catch (EOFException e) {
          head = null;
        }
      }
      return head != null;
    }

    void close() throws IOException {
      if (file != null) file.close();
    }

    @Override
    public int compareTo(Run o) {
      return head().compareTo(o.head());
    }
  }
}
