package io.kizuna.processdata.internal;

import io.kizuna.kernel.Digest;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.processdata.ReadingBlocks.Block;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Puts rows of readings, ordered by tag, source time and sequence, into blocks as the trail's
 * format says; one line each, in the form a third party can make from the same row.
 */
final class ReadingLines implements RowCallbackHandler {

  private final EquipmentId equipment;
  private final MessageDigest digest = sha256();
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable String tag;
  private Instant minute = Instant.EPOCH;
  private int readings;

  ReadingLines(EquipmentId equipment) {
    this.equipment = equipment;
  }

  @Override
  public void processRow(ResultSet rs) throws SQLException {
    String tagOfRow = rs.getString("tag");
    Instant time = SqlTime.get(rs, "source_time");
    Instant minuteOfRow = time.truncatedTo(ChronoUnit.MINUTES);
    if (!tagOfRow.equals(tag) || !minuteOfRow.equals(minute)) {
      end();
      tag = tagOfRow;
      minute = minuteOfRow;
      add("block/1\n" + equipment.value() + "/" + tag + "\n" + SqlTime.text(minute) + "\n");
    }
    readings++;
    add(line(rs, time));
  }

  /** Everything seen so far, by tag and minute. */
  List<Block> blocks() {
    end();
    tag = null;
    return List.copyOf(blocks);
  }

  private void end() {
    if (tag == null) return;
    String hash = HexFormat.of().formatHex(digest.digest());
    blocks.add(new Block(equipment, tag, minute, readings, hash));
    readings = 0;
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(ResultSet rs, Instant time) throws SQLException {
    double value = rs.getDouble("value_number");
    String bits = rs.wasNull() ? "" : HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    Instant server = SqlTime.getNullable(rs, "server_time");
    return String.join(
            "|",
            SqlTime.text(time),
            rs.getString("sequence"),
            bits,
            quoted(rs.getString("value_text")),
            quoted(rs.getString("unit")),
            rs.getString("quality"),
            rs.getString("status_code"),
            server == null ? "" : SqlTime.text(server),
            SqlTime.text(SqlTime.get(rs, "received_at")),
            rs.getString("origin"))
        + "\n";
  }

  /** A JSON string, so that no text can look like the next field. */
  private static String quoted(@Nullable String text) {
    return text == null ? "" : Digest.canonicalText(text);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
