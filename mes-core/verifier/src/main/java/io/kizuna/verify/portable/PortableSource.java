package io.kizuna.verify.portable;

import io.kizuna.verify.format.BlockHash;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.source.Block;
import io.kizuna.verify.source.Cursor;
import io.kizuna.verify.source.Event;
import io.kizuna.verify.source.Head;
import io.kizuna.verify.source.Leaf;
import io.kizuna.verify.source.Row;
import io.kizuna.verify.source.SealedTables;
import io.kizuna.verify.source.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The record of one batch as it lies in a portable record. */
final class PortableSource implements Source {

  private final PortableFiles files;
  private final String name;
  private final Readings readings;

  PortableSource(PortableFiles files, String name) throws IOException {
    this.files = files;
    this.name = name;
    this.readings = new Readings(files);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean whole() {
    return false;
  }

  @Override
  public boolean has(String table) {
    return table.equals("reading_block") && files.has("readings/blocks.jsonl");
  }

  /** A chain's end is what the checkpoint says it is. */
  @Override
  public Map<String, Head> heads() {
    return Map.of();
  }

  @Override
  public Cursor<Event> events(@Nullable Map<String, Head> after) throws IOException {
    return lines(files.in("trail/", ".jsonl"), PortableSource::event);
  }

  @Override
  public Cursor<Event> events(String chain) throws IOException {
    String file = "trail/" + chain.replace(':', '_') + ".jsonl";
    return files.has(file) ? lines(List.of(file), PortableSource::event) : Cursor.empty();
  }

  @Override
  public List<String> tables(Set<String> sealed) throws IOException {
    var tables = new LinkedHashSet<String>();
    for (String known : SealedTables.names()) if (files.has(file(known))) tables.add(known);
    for (String file : files.in("rows/", ".jsonl")) {
      tables.add(file.substring("rows/".length(), file.length() - ".jsonl".length()));
    }
    return List.copyOf(tables);
  }

  private static String file(String table) {
    return "rows/" + table + ".jsonl";
  }

  @Override
  public Cursor<Row> rows(String table) throws IOException {
    return lines(List.of(file(table)), line -> row(table, line));
  }

  /** The manifest says what belongs to the record; a seal alone does not say whose row it is. */
  @Override
  public boolean mayHoldElsewhere(String table, String key) {
    return true;
  }

  @Override
  public Cursor<Block> blocksByRun(Instant from) throws IOException {
    return readings.byRun();
  }

  @Override
  public List<List<String>> channels() {
    return readings.channels();
  }

  @Override
  public Cursor<Block> blocks(String equipment, String tag, Instant from) throws IOException {
    return readings.blocks(equipment, tag);
  }

  @Override
  public Cursor<BlockHash.Line> readings(String equipment, String tag, Instant from)
      throws IOException {
    return readings.lines(equipment, tag);
  }

  @Override
  public Cursor<Leaf> leaves() {
    return Cursor.empty();
  }

  @Override
  public Cursor<Note> checkpoints() {
    return Cursor.empty();
  }

  @Override
  public Cursor<Stamp> stamps() {
    return Cursor.empty();
  }

  @Override
  public SortedMap<String, byte[]> recipeFiles() throws IOException {
    var recipe = new TreeMap<String, byte[]>();
    for (String file : files.in("recipe/", "")) {
      recipe.put(file.substring("recipe/".length()), files.bytes(file));
    }
    return recipe;
  }

  private static Event event(String line) throws IOException {
    var e = JsonLines.object(line);
    return new Event(
        JsonLines.text(e, "chain"),
        JsonLines.number(e, "seq"),
        JsonLines.text(e, "id"),
        time(JsonLines.text(e, "recordedAt")),
        JsonLines.text(e, "actor"),
        JsonLines.text(e, "action"),
        JsonLines.text(e, "entity"),
        JsonLines.text(e, "entityId"),
        JsonLines.text(e, "body"),
        JsonLines.text(e, "previous"),
        JsonLines.text(e, "hash"),
        JsonLines.text(e, "algorithm"));
  }

  /** A cut event has no time. */
  private static Instant time(String text) throws IOException {
    if (text.isEmpty()) return ALWAYS;
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IOException("\"" + text + "\" is no time", e);
    }
  }

  private static Row row(String table, String line) throws IOException {
    var columns = new TreeMap<String, String>();
    for (var column : JsonLines.object(line).members().entrySet()) {
      if (column.getValue() instanceof Json.Text t) columns.put(column.getKey(), t.value());
    }
    var key = SealedTables.key(table);
    var parts = new ArrayList<String>();
    for (String column : key.isEmpty() ? List.of("id") : key) {
      parts.add(columns.getOrDefault(column, ""));
    }
    return new Row(table, String.join("/", parts), columns);
  }

  /** Makes a thing of a line. */
  private interface Parser<T> {
    T parse(String line) throws IOException;
  }

  private <T> Cursor<T> lines(Collection<String> names, Parser<T> parser) {
    var left = new ArrayDeque<>(names);
    return new Cursor<>() {
      private @Nullable BufferedReader in;

      @Override
      public @Nullable T next() throws IOException {
        for (; ; ) {
          String line = in == null ? null : in.readLine();
          if (line != null) return parser.parse(line);
          close();
          String name = left.poll();
          if (name == null) return null;
          in = files.lines(name);
        }
      }

      @Override
      public void close() throws IOException {
        if (in != null) in.close();
        in = null;
      }
    };
  }

  @Override
  public void close() throws IOException {
    readings.close();
  }
}
