package io.kizuna.audit.internal;

import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.audit.TimeStamps;
import io.kizuna.audit.TimeStamps.StampRefused;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has the newest checkpoint stamped each day, and after each disposition (requirements.md D.4.9).
 */
final class Stamps {

  private static final Duration EVERY = Duration.ofDays(1);

  /** An authority that does not answer is not asked with every pass. */
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final CheckpointRows rows;
  private final SealAlarms alarms;
  private final Clock clock;
  private final @Nullable TimeStamps authority;

  private Instant notBefore = Instant.MIN;

  Stamps(
      JdbcClient jdbc,
      CheckpointRows rows,
      SealAlarms alarms,
      Clock clock,
      @Nullable TimeStamps authority) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.alarms = alarms;
    this.clock = clock;
    this.authority = authority;
  }

  /** What was stamped last: when its checkpoint was sealed, and what the stamp says. */
  private record Last(Instant sealedAt, Instant stampedAt) {}

  /** When the newest stamp was made. */
  Optional<Instant> lastAt() {
    return last().map(Last::stampedAt);
  }

  private Optional<Last> last() {
    return jdbc.sql(
            """
            SELECT c.sealed_at, s.stamped_at FROM checkpoint_stamp s
            JOIN checkpoint c ON c.epoch = s.epoch AND c.size = s.size
            ORDER BY s.epoch DESC, s.size DESC LIMIT 1
            """)
        .query((rs, n) -> new Last(SqlTime.get(rs, "sealed_at"), SqlTime.get(rs, "stamped_at")))
        .optional();
  }

  /** Stamps if it is time; what fails is tried again, and does not stop the sealing. */
  void round() {
    if (authority == null || clock.instant().isBefore(notBefore)) return;
    var newest = rows.newest();
    if (newest.isEmpty() || !isDue(newest.get(), last())) return;
    SealedCheckpoint c = newest.get();
    try {
      var stamp = authority.stamp(HexFormat.of().parseHex(Digest.sha256(c.note())));
      jdbc.sql(
              """
              INSERT INTO checkpoint_stamp (epoch, size, tsa, stamped_at, token)
              VALUES (?, ?, ?, ?, ?)
              """)
          .params(
              c.epoch(),
              c.size(),
              authority.tsa(),
              SqlTime.of(stamp.at()),
              Base64.getEncoder().encodeToString(stamp.token()))
          .update();
      alarms.clear(Fault.STAMP_FAILED);
    } catch (StampRefused e) {
      notBefore = clock.instant().plus(PAUSE);
      alarms.raise(Fault.STAMP_FAILED, authority.tsa() + ": " + e.getMessage(), e.needed());
    }
  }

  private boolean isDue(SealedCheckpoint newest, Optional<Last> last) {
    if (last.isEmpty()) return true;
    Instant before = last.get().sealedAt();
    if (!newest.sealedAt().isAfter(before)) return false;
    if (!newest.sealedAt().isBefore(before.plus(EVERY))) return true;
    return jdbc.sql(
                """
                SELECT COUNT(*) FROM audit_event
                WHERE recorded_at > ? AND action = 'batch.disposed'
                """)
            .param(SqlTime.of(before))
            .query(Long.class)
            .single()
        > 0;
  }
}
