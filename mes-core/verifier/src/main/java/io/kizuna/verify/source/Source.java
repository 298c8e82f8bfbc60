package io.kizuna.verify.source;

import io.kizuna.verify.format.BlockHash;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A record to check. */
public interface Source extends AutoCloseable {

  /** Before anything that was ever recorded. */
  Instant ALWAYS = Instant.parse("1970-01-01T00:00:00Z");

  /** A row of {@code checkpoint}. */
  record Note(int epoch, long size, String root, String note, Instant sealedAt) {}

  /** A row of {@code checkpoint_stamp}. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Stamp(int epoch, long size, String tsa, @Nullable Instant stampedAt, byte[] token) {}

  /** How a person calls it. */
  String name();

  /** Whether it holds everything of the installation, or only what belongs to one batch. */
  boolean whole();

  /** Whether there is such a table. */
  boolean has(String table) throws IOException;

  /** The end of every chain; none if the source does not know. */
  Map<String, Head> heads() throws IOException;

  /**
   * Events after the given place, chain by chain, by seq; of every chain if {@code after} is null.
   */
  Cursor<Event> events(@Nullable Map<String, Head> after) throws IOException;

  /** The events of one chain. */
  Cursor<Event> events(String chain) throws IOException;

  /** Tables whose rows it holds in full or, unless it is {@link #whole}, those of the batch. */
  List<String> tables(Set<String> sealed) throws IOException;

  /** The rows of a table. */
  Cursor<Row> rows(String table) throws IOException;

  /**
   * Whether a sealed row that is not among those of the batch may be another batch's: a transaction
   * about two batches seals all it changed into the chains of both.
   */
  boolean mayHoldElsewhere(String table, String key) throws IOException;

  /** Blocks sealed from then on, run by run, in each by (equipment, tag, minute, version). */
  Cursor<Block> blocksByRun(Instant from) throws IOException;

  /** Channels that have blocks: equipment and tag. */
  List<List<String>> channels() throws IOException;

  /** The blocks of a channel from this minute on, by (minute, batch, version). */
  Cursor<Block> blocks(String equipment, String tag, Instant from) throws IOException;

  /** The readings of a channel from this source time on, by (source time, sequence). */
  Cursor<BlockHash.Line> readings(String equipment, String tag, Instant from) throws IOException;

  /** Leaves by epoch and index. */
  Cursor<Leaf> leaves() throws IOException;

  /** Checkpoints by epoch and size. */
  Cursor<Note> checkpoints() throws IOException;

  /** Time stamps by epoch and size. */
  Cursor<Stamp> stamps() throws IOException;

  /** The files of the recipe package, if they lie beside the record. */
  default SortedMap<String, byte[]> recipeFiles() throws IOException {
    return Collections.emptySortedMap();
  }

  @Override
  void close() throws IOException;
}
