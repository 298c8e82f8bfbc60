package io.kizuna.web.security;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Local accounts: checks secrets, counts failures, locks after five (R30). Always in a transaction
 * of its own, so that a refused action still counts the failure.
 */
@Component
public class Credentials {

  private static final int FAILURES_MAX = 5;

  /** What an account is good for. */
  public enum Account {
    /** No password was ever set. */
    NONE,
    READY,
    LOCKED
  }

  private record Row(String hash, int failures, @Nullable Instant lockedAt) {}

  private final JdbcClient jdbc;
  private final PasswordEncoder encoder;
  private final People people;
  private final AuditTrail audit;
  private final Clock clock;
  private final TransactionTemplate own;

  /** Hash of nothing in particular: an unknown user takes as long as a known one. */
  private final String decoy;

  Credentials(
      JdbcClient jdbc,
      PasswordEncoder encoder,
      People people,
      AuditTrail audit,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.encoder = encoder;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.decoy = java.util.Objects.requireNonNull(encoder.encode("decoy"));
  }

  /**
   * The person these two components belong to.
   *
   * @param purpose what for, for the trail: {@code log-in} or {@code signature}.
   * @throws MesException SIGNATURE_REFUSED with a neutral text, ACCOUNT_LOCKED.
   */
  public Person check(String user, String password, String purpose) {
    String id = user.strip().toLowerCase(Locale.ROOT);
    var row = find(id);
    String hash = row.map(Row::hash).orElse(decoy);
    boolean right =
        password.length() <= PasswordRules.LENGTH_MAX && encoder.matches(password, hash);
    if (row.isPresent() && row.get().lockedAt() != null) {
      throw new MesException(
          ErrorCode.ACCOUNT_LOCKED,
          "The account is locked after five failed tries.",
          null,
          "an administrator unlocks it",
          "ADMINISTRATOR");
    }
    Optional<Person> person = people.find(new PersonId(id)).filter(Person::active);
    if (row.isEmpty() || !right || person.isEmpty()) {
      if (row.isPresent()) own.executeWithoutResult(status -> failed(id, purpose));
      throw new MesException(
          ErrorCode.SIGNATURE_REFUSED, "User ID or password is not correct; nothing was done.");
    }
    if (row.get().failures() > 0) {
      own.executeWithoutResult(
          status ->
              jdbc.sql("UPDATE credential SET failed_attempts = 0 WHERE person_id = ?")
                  .param(id)
                  .update());
    }
    return person.get();
  }

  private Optional<Row> find(String id) {
    return jdbc.sql(
            "SELECT password_hash, failed_attempts, locked_at FROM credential WHERE person_id = ?")
        .param(id)
        .query(
            (rs, n) ->
                new Row(
                    rs.getString("password_hash"),
                    rs.getInt("failed_attempts"),
                    SqlTime.getNullable(rs, "locked_at")))
        .optional();
  }

  private void failed(String id, String purpose) {
    jdbc.sql("UPDATE credential SET failed_attempts = failed_attempts + 1 WHERE person_id = ?")
        .param(id)
        .update();
    int failures =
        jdbc.sql("SELECT failed_attempts FROM credential WHERE person_id = ?")
            .param(id)
            .query(Integer.class)
            .single();
    boolean lock = failures >= FAILURES_MAX;
    if (lock) {
      jdbc.sql("UPDATE credential SET locked_at = ? WHERE person_id = ? AND locked_at IS NULL")
          .params(SqlTime.of(clock.instant()), id)
          .update();
    }
    audit.record(
        new AuditEvent(
            "site",
            "system:security",
            lock ? "account.locked" : "secret.refused",
            "person",
            id,
            Map.of(
                "purpose", Change.to(purpose),
                "failures", Change.to(Integer.toString(failures))),
            null,
            null));
  }

  /** Sets the password of a person; the text itself is never kept. */
  public void set(PersonId person, String password) {
    own.executeWithoutResult(status -> replace(person, password, PersonId.system("security")));
  }

  /** The same in the caller's transaction; unlocks, and ends every session begun before. */
  void replace(PersonId person, String password, PersonId by) {
    jdbc.sql("DELETE FROM credential WHERE person_id = ?").param(person.value()).update();
    jdbc.sql(
            """
            INSERT INTO credential (person_id, password_hash, failed_attempts, changed_at)
            VALUES (?, ?, 0, ?)
            """)
        .params(person.value(), encoder.encode(password), SqlTime.of(clock.instant()))
        .update();
    trail("secret.set", person, by, null);
  }

  /** An administrator lets somebody try again. */
  public void unlock(PersonId person, PersonId by, String reason) {
    own.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "UPDATE credential SET failed_attempts = 0, locked_at = NULL WHERE person_id = ?")
              .param(person.value())
              .update();
          trail("account.unlocked", person, by, reason);
        });
  }

  /** Accounts of everybody who has one. */
  public Map<PersonId, Account> accounts() {
    var accounts = new HashMap<PersonId, Account>();
    jdbc.sql("SELECT person_id, locked_at FROM credential")
        .query(
            rs -> {
              boolean locked = SqlTime.getNullable(rs, "locked_at") != null;
              accounts.put(
                  new PersonId(rs.getString("person_id")), locked ? Account.LOCKED : Account.READY);
            });
    return accounts;
  }

  /**
   * Whether a session may go on (R42): its person is active, and the password still the one it was
   * begun with.
   */
  boolean holds(PersonId person, Instant loggedInAt) {
    return jdbc.sql(
            """
            SELECT c.changed_at FROM person p LEFT JOIN credential c ON c.person_id = p.id
            WHERE p.id = ? AND p.active
            """)
        .param(person.value())
        .query(
            (rs, n) -> {
              Instant changedAt = SqlTime.getNullable(rs, "changed_at");
              return changedAt == null || !changedAt.isAfter(loggedInAt);
            })
        .optional()
        .orElse(false);
  }

  private void trail(String action, PersonId person, PersonId by, @Nullable String reason) {
    audit.record(
        new AuditEvent(
            "site", by.value(), action, "person", person.value(), Map.of(), reason, null));
  }
}
