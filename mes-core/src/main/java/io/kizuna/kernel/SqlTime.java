package io.kizuna.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Moments on their way to and from {@code timestamp with time zone}: JDBC 4.2 knows {@link
 * OffsetDateTime}, not {@link Instant}.
 */
public final class SqlTime {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private SqlTime() {}

  /** As the trail writes a moment: UTC, microseconds without trailing zeros. */
  public static String text(Instant instant) {
    var utc = of(instant);
    String fraction = "%06d".formatted(utc.getNano() / 1000).replaceAll("0+$", "");
    return SECONDS.format(utc) + (fraction.isEmpty() ? "" : "." + fraction) + "+00:00";
  }

  /** The JDBC value of a moment. */
  public static OffsetDateTime of(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** The JDBC value of a moment that may be missing. */
  public static @Nullable OffsetDateTime ofNullable(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }

  /** A column that is never null. */
  public static Instant get(ResultSet rs, String column) throws SQLException {
    return rs.getObject(column, OffsetDateTime.class).toInstant();
  }

  /** A column that may be null. */
  public static @Nullable Instant getNullable(ResultSet rs, String column) throws SQLException {
    var time = rs.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
