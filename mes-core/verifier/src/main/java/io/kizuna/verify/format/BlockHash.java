package io.kizuna.verify.format;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Section 3: the hash over the readings of one channel and minute. */
public final class BlockHash {

  private final MessageDigest digest = Sha256.digest();
  private int readings;

  /** Begins a block. */
  public BlockHash(String equipment, String tag, Instant minute) {
    add("block/1\n" + equipment + "/" + tag + "\n" + SqlText.time(minute) + "\n");
  }

  /** Adds the next reading in order of (source time, sequence). */
  public void add(Line line) {
    add(line.text());
    readings++;
  }

  public int readings() {
    return readings;
  }

  /** 64 hex digits; ends the block. */
  public String hex() {
    return Sha256.hex(digest.digest());
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * One reading.
   *
   * @param text the line with its end.
   */
  public record Line(Instant sourceTime, Instant receivedAt, String text) {

    /** The line of a reading as stored. */
    public static Line of(
        Instant sourceTime,
        int sequence,
        @Nullable Double number,
        @Nullable String value,
        @Nullable String unit,
        int quality,
        long statusCode,
        @Nullable Instant serverTime,
        Instant receivedAt,
        int origin) {
      var out = new StringBuilder(160);
      out.append(SqlText.time(sourceTime)).append('|').append(sequence).append('|');
      if (number != null) out.append("%016x".formatted(Double.doubleToRawLongBits(number)));
      out.append('|');
      if (value != null) Json.Writer.text(out, value);
      out.append('|');
      if (unit != null) Json.Writer.text(out, unit);
      out.append('|').append(quality).append('|').append(statusCode).append('|');
      if (serverTime != null) out.append(SqlText.time(serverTime));
      out.append('|').append(SqlText.time(receivedAt)).append('|').append(origin);
      return new Line(sourceTime, receivedAt, out.append('\n').toString());
    }
  }
}
