package io.kizuna.verify.check;

import io.kizuna.verify.Findings;
import io.kizuna.verify.check.RowCheck.Changed;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.RowHash;
import io.kizuna.verify.source.Cursor;
import io.kizuna.verify.source.Event;
import io.kizuna.verify.source.Row;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds which column of a row was changed: values the trail knows are tried in its place until the
 * row hashes as it was sealed. What fits is proved; if nothing fits, the row alone is named.
 */
public final class ChangedRows {

  /** Enough to see a pattern; each costs a look at its chain. */
  private static final int EXPLAINED_MAX = 20;

  private static final int VALUES_MAX = 5_000;

  /** Every value is tried in every column: a second of hashing for each row at most. */
  private static final long CHARACTERS_MAX = 100_000_000;

  private final Source source;
  private final Findings findings;
  private final Map<String, Set<String>> values = new HashMap<>();

  public ChangedRows(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Adds a finding for each. */
  public void explain(List<Changed> changed) throws IOException {
    int explained = 0;
    for (Changed c : changed) {
      String column = explained++ < EXPLAINED_MAX ? column(c) : null;
      findings.add(
          RowCheck.row(
              c.table() + "/" + c.key(),
              "the row was changed after event "
                  + c.seq()
                  + " of chain "
                  + c.chain()
                  + " sealed it"
                  + (column == null ? "" : ": " + column)));
    }
  }

  private @Nullable String column(Changed c) throws IOException {
    Row row = row(c);
    if (row == null) return null;
    long size = RowHash.text(row.columns()).length();
    for (var column : row.columns().entrySet()) {
      String without = tried(row, column.getKey(), null);
      if (RowHash.of(c.table(), without).equals(c.seal())) {
        return "column "
            + column.getKey()
            + " is \""
            + shortened(column.getValue())
            + "\", sealed empty";
      }
    }
    long left = CHARACTERS_MAX;
    for (String column : row.columns().keySet()) {
      for (String value : known(c.chain())) {
        left -= size;
        if (left < 0) return null;
        if (!RowHash.of(c.table(), tried(row, column, value)).equals(c.seal())) continue;
        return "column "
            + column
            + " is \""
            + shortened(row.get(column))
            + "\", sealed as \""
            + shortened(value)
            + "\"";
      }
    }
    return null;
  }

  private static String tried(Row row, String column, @Nullable String value) {
    var columns = new TreeMap<>(row.columns());
    if (value == null) columns.remove(column);
    else columns.put(column, value);
    return RowHash.text(columns);
  }

  private @Nullable Row row(Changed c) throws IOException {
    try (Cursor<Row> rows = source.rows(c.table())) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        if (row.key().equals(c.key())) return row;
      }
    }
    return null;
  }

  /** Every text that is anywhere in the changes of the chain's events. */
  private Set<String> known(String chain) throws IOException {
    var found = values.get(chain);
    if (found != null) return found;
    var all = new LinkedHashSet<String>(List.of("true", "false"));
    try (Cursor<Event> events = source.events(chain)) {
      for (Event e = events.next(); e != null && all.size() < VALUES_MAX; e = events.next()) {
        all.add(e.actor());
        all.add(e.entityId());
        texts(e, all);
      }
    }
    values.put(chain, all);
    return all;
  }

  private static void texts(Event e, Set<String> all) {
    Json.Members changes;
    try {
      changes = Json.object(e.body()).object("changes");
    } catch (Json.Malformed m) {
      return; // said already where the events are checked
    }
    for (var change : changes.members().values()) {
      if (!(change instanceof Json.Members m)) continue;
      for (var value : m.members().values()) {
        if (value instanceof Json.Text t) all.add(t.value());
      }
    }
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 77) + "...";
  }
}
