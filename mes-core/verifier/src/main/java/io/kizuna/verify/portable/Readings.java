package io.kizuna.verify.portable;

import io.kizuna.verify.Ledger;
import io.kizuna.verify.format.BlockHash;
import io.kizuna.verify.source.Block;
import io.kizuna.verify.source.Cursor;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Readings and blocks of a portable record, taken apart by channel into a temporary folder: the
 * files may be larger than the memory.
 */
final class Readings implements AutoCloseable {

  /** Fields of a line; what follows them in the file is for people. */
  private static final int LINE_FIELDS = 10;

  private static final int RECEIVED_AT = 10;

  private final Path folder = Files.createTempDirectory("kizuna-verify");
  private final Map<List<String>, Path> readings =
      new TreeMap<>(Comparator.comparing(k -> String.join("\n", k)));
  private final Map<List<String>, Path> blocks =
      new TreeMap<>(Comparator.comparing(k -> String.join("\n", k)));
  private final Ledger byRun = new Ledger();

  Readings(PortableFiles files) throws IOException {
    if (files.has("readings/blocks.jsonl")) blocks(files);
    if (files.has("readings/readings.csv")) readings(files);
  }

  private void blocks(PortableFiles files) throws IOException {
    try (var in = files.lines("readings/blocks.jsonl");
        var out = new Channels(blocks, "block")) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        var b = block(line);
        out.to(b.equipment(), b.tag()).write(line + "\n");
        byRun.add(b.run(), order(b), line);
      }
    }
  }

  private static String order(Block b) {
    return String.join(
        "\t", b.equipment(), b.tag(), b.minute().toString(), "%09d".formatted(b.version()));
  }

  private void readings(PortableFiles files) throws IOException {
    try (var in = files.lines("readings/readings.csv");
        var out = new Channels(readings, "reading")) {
      Csv.next(in); // the names
      for (var f = Csv.next(in); f != null; f = Csv.next(in)) {
        if (f.size() < 2 + LINE_FIELDS)
          throw new IOException("a line of readings.csv is too short");
        String line = String.join("|", f.subList(2, 2 + LINE_FIELDS));
        out.to(f.get(0), f.get(1)).write(f.get(RECEIVED_AT) + "\t" + line + "\n");
      }
    }
  }

  /** One open file at a time: both files come channel by channel, or nearly. */
  private final class Channels implements AutoCloseable {
    private final Map<List<String>, Path> paths;
    private final String kind;
    private List<String> channel = List.of();
    private @Nullable BufferedWriter out;

    Channels(Map<List<String>, Path> paths, String kind) {
      this.paths = paths;
      this.kind = kind;
    }

    BufferedWriter to(String equipment, String tag) throws IOException {
      var wanted = List.of(equipment, tag);
      if (out != null && wanted.equals(channel)) return out;
      close();
      channel = wanted;
      Path path = paths.computeIfAbsent(wanted, c -> folder.resolve(kind + paths.size()));
      out =
          Files.newBufferedWriter(
              path,
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND);
      return out;
    }

    @Override
    public void close() throws IOException {
      if (out != null) out.close();
      out = null;
    }
  }

  List<List<String>> channels() {
    return List.copyOf(blocks.keySet());
  }

  Cursor<Block> byRun() throws IOException {
    var all = byRun.sorted();
    return new Cursor<>() {
      @Override
      public @Nullable Block next() throws IOException {
        var entry = all.next();
        return entry == null ? null : block(entry.says());
      }

      @Override
      public void close() throws IOException {
        all.close();
      }
    };
  }

  /** Of one channel; some ten thousand at most. */
  Cursor<Block> blocks(String equipment, String tag) throws IOException {
    Path path = blocks.get(List.of(equipment, tag));
    if (path == null) return Cursor.empty();
    var all = new ArrayList<Block>();
    try (var in = Files.newBufferedReader(path)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) all.add(block(line));
    }
    all.sort(
        Comparator.comparing(Block::minute)
            .thenComparing(Block::batch)
            .thenComparing(Block::version));
    return Cursor.of(all);
  }

  Cursor<BlockHash.Line> lines(String equipment, String tag) throws IOException {
    Path path = readings.get(List.of(equipment, tag));
    if (path == null) return Cursor.empty();
    BufferedReader in = Files.newBufferedReader(path);
    return new Cursor<>() {
      @Override
      public BlockHash.@Nullable Line next() throws IOException {
        String line = in.readLine();
        if (line == null) return null;
        int end = line.indexOf('\t');
        String text = line.substring(end + 1);
        return new BlockHash.Line(
            time(text.substring(0, Math.max(0, text.indexOf('|')))),
            time(line.substring(0, end)),
            text + "\n");
      }

      @Override
      public void close() throws IOException {
        in.close();
      }
    };
  }

  private static Block block(String line) throws IOException {
    var b = JsonLines.object(line);
    return new Block(
        JsonLines.text(b, "run_id"),
        JsonLines.text(b, "batch_id"),
        JsonLines.text(b, "equipment_id"),
        JsonLines.text(b, "tag"),
        time(JsonLines.text(b, "minute")),
        (int) JsonLines.number(b, "version"),
        (int) JsonLines.number(b, "readings"),
        JsonLines.text(b, "hash"),
        time(JsonLines.text(b, "sealed_at")));
  }

  private static Instant time(String text) throws IOException {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IOException("\"" + text + "\" is no time", e);
    }
  }

  @Override
  public void close() throws IOException {
    byRun.close();
    for (Path p : readings.values()) Files.deleteIfExists(p);
    for (Path p : blocks.values()) Files.deleteIfExists(p);
    Files.deleteIfExists(folder);
  }
}
