package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.SealTrail.Alarm;
import io.kizuna.audit.SealTrail.Fault;
import io.kizuna.audit.SealedCheckpoint;
import io.kizuna.audit.TimeStamps;
import io.kizuna.testing.Databases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * D.4.9 b: a stamp each day and after each disposition; the way to the authority is tested in ui.
 */
class StampsIT {

  @TempDir Path folder;

  private Instant now = Instant.now();

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  /** Remembers what it was asked; refuses while told so. */
  private final class Authority implements TimeStamps {
    private final List<String> asked = new ArrayList<>();
    private boolean refuses;

    @Override
    public String tsa() {
      return "https://tsa.example";
    }

    @Override
    public Stamp stamp(byte[] sha256) throws StampRefused {
      asked.add(HexFormat.of().formatHex(sha256));
      if (refuses) throw new StampRefused("status 2", "a granted stamp");
      return new Stamp(now, new byte[] {1, 2, 3});
    }
  }

  private void seal(SealedLog log, long size) {
    log.rows.add(new SealedCheckpoint(1, size, "0".repeat(64), "note " + size, now));
  }

  @ParameterizedTest
  @EnumSource
  void newestCheckpointIsStampedDailyAndAfterADisposition(Databases db) throws Exception {
    try (var log = new SealedLog(db, folder)) {
      var alarms = new SealAlarms(log.events::add, clock, new JdbcTransactionManager(log.source));
      var authority = new Authority();
      var stamps = new Stamps(log.jdbc, log.rows, alarms, clock, authority);
      stamps.round();
      assertThat(authority.asked).as("nothing is sealed yet").isEmpty();
      seal(log, 1);
      stamps.round();
      stamps.round();
      assertThat(authority.asked).containsExactly(io.kizuna.kernel.Digest.sha256("note 1"));
      now = now.plus(Duration.ofHours(1));
      seal(log, 2);
      stamps.round();
      assertThat(authority.asked).as("within the day").hasSize(1);
      log.append("batch:a", "batch.disposed", "a", "{}");
      stamps.round();
      assertThat(authority.asked).hasSize(2);
      now = now.plus(Duration.ofHours(24));
      authority.refuses = true;
      seal(log, 3);
      stamps.round();
      stamps.round();
      assertThat(authority.asked).as("not again at once").hasSize(3);
      assertThat(alarms.all()).extracting(Alarm::fault).containsExactly(Fault.STAMP_FAILED);
      authority.refuses = false;
      now = now.plus(Duration.ofMinutes(5));
      stamps.round();
      assertThat(alarms.all()).isEmpty();
      assertThat(stamps.lastAt().orElseThrow()).isBetween(now.minusMillis(1), now.plusMillis(1));
      assertThat(
              log.jdbc
                  .sql("SELECT token FROM checkpoint_stamp WHERE size = 3")
                  .query(String.class)
                  .single())
          .isEqualTo("AQID");
    }
  }
}
