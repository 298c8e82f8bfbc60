package io.kizuna.verify.format;

import java.util.SortedMap;

/** Section 2: text and hash of a row. */
public final class RowHash {

  private RowHash() {}

  /** Canonical JSON of the columns that are not null. */
  public static String text(SortedMap<String, String> columns) {
    var out = new StringBuilder(256);
    char before = '{';
    for (var column : columns.entrySet()) {
      out.append(before);
      Json.Writer.text(out, column.getKey());
      out.append(':');
      Json.Writer.text(out, column.getValue());
      before = ',';
    }
    return out.append(before == '{' ? "{}" : "}").toString();
  }

  /** 64 hex digits. */
  public static String of(String table, String rowText) {
    return Sha256.hex("row/1\n" + table + "\n" + rowText);
  }
}
