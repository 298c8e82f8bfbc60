package io.kizuna.portable.internal;

import io.kizuna.audit.RowText;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.SqlTime;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every reading in the batch's sealed blocks, and the blocks. */
@Component
class ReadingFiles {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** Half a day of one channel at a time: some thousand readings, whatever the database buffers. */
  private static final Duration SPAN_MAX = Duration.ofHours(12);

  private static final int FETCH = 1_000;

  private final JdbcTemplate jdbc;

  ReadingFiles(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.jdbc.setFetchSize(FETCH);
  }

  private record Channel(String equipment, String tag) {}

  /** Minutes one after the other; {@code to} is no longer part of it. */
  private record Span(Instant from, Instant to) {}

  /** What stores a row; the database's own exceptions pass through. */
  private interface RowWriter {
    String line(ResultSet rs) throws SQLException;
  }

  void blocks(BatchId batch, OutputStream out) throws IOException {
    stream(
        "SELECT * FROM reading_block WHERE batch_id = ? ORDER BY equipment_id, tag, \"minute\","
            + " version",
        List.of(batch.value()),
        rs -> RowText.of(RowText.columns(rs)) + "\n",
        out);
  }

  void readings(BatchId batch, OutputStream out) throws IOException {
    String head = "equipment_id,tag," + String.join(",", ReadingLine.FIELDS) + ",value\r\n";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    for (Channel c : channels(batch)) {
      for (Span span : spans(batch, c)) {
        stream(
            """
            SELECT r.source_time, r.sequence, r.value_number, r.value_text, r.unit, r.quality,
              r.status_code, r.server_time, r.received_at, r.origin
            FROM reading r JOIN process_tag t ON t.id = r.tag_id
            WHERE t.equipment_id = ? AND t.tag = ? AND r.source_time >= ? AND r.source_time < ?
            ORDER BY r.source_time, r.sequence
            """,
            List.of(c.equipment(), c.tag(), SqlTime.of(span.from()), SqlTime.of(span.to())),
            rs -> ReadingLine.csv(c.equipment(), c.tag(), rs) + "\r\n",
            out);
      }
    }
  }

  private List<Channel> channels(BatchId batch) {
    return jdbc.query(
        """
        SELECT DISTINCT equipment_id, tag FROM reading_block WHERE batch_id = ?
        ORDER BY equipment_id, tag
        """,
        (rs, n) -> new Channel(rs.getString("equipment_id"), rs.getString("tag")),
        batch.value());
  }

  /** A unit may have served another batch in between: only this batch's minutes. */
  private List<Span> spans(BatchId batch, Channel c) {
    var spans = new ArrayList<Span>();
    jdbc.query(
        """
        SELECT DISTINCT "minute" FROM reading_block
        WHERE batch_id = ? AND equipment_id = ? AND tag = ? ORDER BY "minute"
        """,
        rs -> {
          Instant minute = SqlTime.get(rs, "minute");
          Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
          boolean joins =
              last != null
                  && last.to().equals(minute)
                  && Duration.between(last.from(), minute).compareTo(SPAN_MAX) < 0;
          if (last != null && joins) {
            spans.set(spans.size() - 1, new Span(last.from(), minute.plus(MINUTE)));
          } else {
            spans.add(new Span(minute, minute.plus(MINUTE)));
          }
        },
        batch.value(),
        c.equipment(),
        c.tag());
    return spans;
  }

  private void stream(String sql, List<?> params, RowWriter rows, OutputStream out)
      throws IOException {
    try {
      jdbc.query(
          sql,
          rs -> {
            try {
              out.write(rows.line(rs).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          },
          params.toArray());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
