package io.kizuna.web.security;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.SqlTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time links by which people set their own password (R33): whoever makes one sees it once, the
 * server keeps its digest. A new link for somebody ends the one before.
 */
@Component
public class AccessLinks {

  private static final Duration LIFETIME = Duration.ofHours(24);
  private static final int BYTES = 32;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AccessLinks(JdbcClient jdbc, AuditTrail audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A link just made.
   *
   * @param path of the page that uses it; the token stands behind the {@code #}, where no server
   *     and no proxy ever sees it.
   */
  public record Link(String path, Instant expiresAt) {

    /** Never prints the token. */
    @Override
    public String toString() {
      return "Link[expiresAt=" + expiresAt + "]";
    }
  }

  /**
   * What a link is good for.
   *
   * @param person whose password it sets; null if it makes the first administrator.
   */
  public record Opened(@Nullable PersonId person, Instant expiresAt) {}

  /**
   * @param person null for the first administrator.
   */
  @Transactional
  public Link issue(@Nullable PersonId person, PersonId by) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant expiresAt = clock.instant().plus(LIFETIME);
    endEarlier(person);
    jdbc.sql("INSERT INTO access_link (token_digest, person_id, expires_at) VALUES (?, ?, ?)")
        .param(Digest.sha256(token))
        .param(person == null ? null : person.value())
        .param(SqlTime.of(expiresAt))
        .update();
    trail("access-link.issued", person, by);
    return new Link("/access#" + token, expiresAt);
  }

  private void endEarlier(@Nullable PersonId person) {
    if (person == null) {
      jdbc.sql("DELETE FROM access_link WHERE person_id IS NULL").update();
      return;
    }
    // Of two administrators at the same moment the second one waits and ends the link of the first.
    jdbc.sql("SELECT id FROM person WHERE id = ? FOR UPDATE")
        .param(person.value())
        .query(String.class)
        .list();
    jdbc.sql("DELETE FROM access_link WHERE person_id = ?").param(person.value()).update();
  }

  /**
   * @throws MesException ACCESS_LINK_INVALID if it is unknown, used, replaced or too old.
   */
  @Transactional(readOnly = true)
  public Opened open(String token) {
    return jdbc.sql(
            "SELECT person_id, expires_at FROM access_link WHERE token_digest = ? AND expires_at > ?")
        .params(Digest.sha256(token), SqlTime.of(clock.instant()))
        .query(
            (rs, n) -> {
              String person = rs.getString("person_id");
              return new Opened(
                  person == null ? null : new PersonId(person), SqlTime.get(rs, "expires_at"));
            })
        .optional()
        .orElseThrow(AccessLinks::invalid);
  }

  /**
   * Uses the link up; of two at the same moment one finds it gone.
   *
   * @throws MesException ACCESS_LINK_INVALID as {@link #open}.
   */
  @Transactional
  public void use(String token, PersonId by) {
    Opened opened = open(token);
    int used =
        jdbc.sql("DELETE FROM access_link WHERE token_digest = ?")
            .param(Digest.sha256(token))
            .update();
    if (used == 0) throw invalid();
    trail("access-link.used", opened.person(), by);
  }

  private void trail(String action, @Nullable PersonId person, PersonId by) {
    String id = person == null ? "first-administrator" : person.value();
    audit.record(
        new AuditEvent("site", by.value(), action, "access-link", id, Map.of(), null, null));
  }

  private static MesException invalid() {
    return new MesException(
        ErrorCode.ACCESS_LINK_INVALID,
        "The link is unknown, was used or replaced, or is older than 24 hours.",
        null,
        "a new link",
        "ADMINISTRATOR");
  }
}
