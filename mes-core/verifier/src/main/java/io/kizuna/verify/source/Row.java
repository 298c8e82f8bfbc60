package io.kizuna.verify.source;

import java.util.SortedMap;

/**
 * A row of a sealed table.
 *
 * @param key text of its primary key.
 * @param columns text of what is not null.
 */
public record Row(String table, String key, SortedMap<String, String> columns) {

  /** The text of a column; empty if it is null. */
  public String get(String column) {
    return columns.getOrDefault(column, "");
  }
}
