package io.kizuna.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.RecordRefusal.Attempt;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

class RefusalLogTest {

  private final List<AuditEvent> recorded = new ArrayList<>();
  private final HandClock clock = new HandClock();
  private final Transactions transactions = new Transactions();
  private final RefusalLog log = new RefusalLog(recorded::add, clock, transactions);

  private static final class HandClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");

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
  }

  private static final class Transactions extends AbstractPlatformTransactionManager {
    private int begun;

    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      assertThat(definition.getPropagationBehavior())
          .isEqualTo(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
      begun++;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {}

    @Override
    protected void doRollback(DefaultTransactionStatus status) {}

    @Override
    public String toString() {
      return TransactionStatus.class.getSimpleName();
    }
  }

  private static Attempt attempt(String actor, String step, ErrorCode code, String value) {
    return new Attempt(
        "batch:1",
        actor,
        "PUT /api/steps/{step}",
        "step",
        step,
        code,
        new Refusal("The rule.", value, "what is needed", null),
        List.of());
  }

  private static String fact(AuditEvent e, String name) {
    return Objects.requireNonNull(
        Objects.requireNonNull(e.changes().get(name), name).after(), name);
  }

  // R01: who, what was tried, which rule, what was met, what was needed.
  @Test
  void refusalIsRecordedWithWhoWhatAndWhy() {
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "tanaka"));
    assertThat(recorded).hasSize(1);
    var event = recorded.get(0);
    assertThat(event.actor()).isEqualTo("tanaka");
    assertThat(event.chain()).isEqualTo("batch:1");
    assertThat(event.action()).isEqualTo("attempt.refused");
    assertThat(event.entityId()).isEqualTo("weigh");
    assertThat(fact(event, "tried")).isEqualTo("PUT /api/steps/{step}");
    assertThat(fact(event, "code")).isEqualTo("BR-008");
    assertThat(fact(event, "rule")).isEqualTo("The rule.");
    assertThat(fact(event, "value")).isEqualTo("tanaka");
    assertThat(fact(event, "needed")).isEqualTo("what is needed");
    assertThat(transactions.begun).isEqualTo(1);
  }

  // Leaning on a key may not bury the trail, and not one of the tries may be forgotten.
  @Test
  void sameAttemptIsCountedAndTheCountIsRecorded() {
    for (int i = 0; i < 500; i++) {
      log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "tanaka"));
    }
    assertThat(recorded).hasSize(1);
    clock.now = clock.now.plus(RefusalLog.WINDOW).minusMillis(1);
    log.closeEnded();
    assertThat(recorded).hasSize(1);
    clock.now = clock.now.plusMillis(1);
    log.closeEnded();
    assertThat(recorded).hasSize(2);
    assertThat(fact(recorded.get(1), "times")).isEqualTo("499");
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "tanaka"));
    assertThat(recorded).hasSize(3);
  }

  @Test
  void otherPersonStepOrRuleIsAnotherAttempt() {
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "x"));
    log.refused(attempt("sato", "weigh", ErrorCode.SAME_PERSON, "x"));
    log.refused(attempt("tanaka", "wash", ErrorCode.SAME_PERSON, "x"));
    log.refused(attempt("tanaka", "weigh", ErrorCode.STEP_NOT_OPEN, "x"));
    assertThat(recorded).hasSize(4);
  }

  @Test
  void oneWhoTriesEverythingFillsNothing() {
    for (int i = 0; i < 10_000; i++) {
      log.refused(attempt("eve", "step-" + i, ErrorCode.BATCH_UNKNOWN, "x"));
    }
    assertThat(recorded).hasSize(RefusalLog.DIFFERENT_MAX + 1);
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "x"));
    assertThat(recorded).as("others are not drowned").hasSize(RefusalLog.DIFFERENT_MAX + 2);
    clock.now = clock.now.plus(Duration.ofMinutes(2));
    log.closeEnded();
    var last = recorded.get(recorded.size() - 1);
    assertThat(fact(last, "times"))
        .isEqualTo(Integer.toString(10_000 - RefusalLog.DIFFERENT_MAX - 1));
  }

  // R33: a password typed into the wrong field must not end in the trail.
  @Test
  void whatWasNotUnderstoodIsNotKept() {
    log.refused(attempt("tanaka", "weigh", ErrorCode.INPUT_INVALID, "hunter2"));
    assertThat(recorded.get(0).changes()).doesNotContainKey("value");
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "v".repeat(5000)));
    assertThat(fact(recorded.get(1), "value")).hasSizeLessThan(300);
  }

  @Test
  void countsAreRecordedWhenTheServerEnds() {
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "x"));
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "x"));
    log.refused(attempt("tanaka", "weigh", ErrorCode.SAME_PERSON, "x"));
    log.closeAll();
    assertThat(fact(recorded.get(1), "times")).isEqualTo("2");
  }
}
