package io.kizuna.signature.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.Digest;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signature;
import io.kizuna.signature.Signing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SigningService implements Signing {

  /** R25: long enough to type a password with gloves, too short to be of use to a thief. */
  private static final Duration LIFETIME = Duration.ofSeconds(120);

  private static final String USED = "already used";

  private record Row(
      UUID id,
      String session,
      String chain,
      String subject,
      Meaning meaning,
      String content,
      String digest,
      Instant expiresAt,
      @Nullable Instant usedAt) {}

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final People people;
  private final RecordClock recordClock;
  private final Clock clock;

  SigningService(
      JdbcClient jdbc, AuditTrail audit, People people, RecordClock recordClock, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.people = people;
    this.recordClock = recordClock;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Challenge challenge(
      String session, String chain, String subject, Meaning meaning, Map<String, ?> content) {
    UUID id = Ids.next();
    String text = Digest.canonical(content);
    String digest = Digest.sha256(text);
    Instant expiresAt = clock.instant().plus(LIFETIME);
    jdbc.sql(
            """
            INSERT INTO signature_challenge
              (id, session, chain_id, subject, meaning, content, digest, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(id, session, chain, subject, meaning.name(), text, digest, SqlTime.of(expiresAt))
        .update();
    return new Challenge(id, chain, subject, meaning, text, digest, expiresAt);
  }

  @Override
  @Transactional(readOnly = true)
  public Challenge open(UUID challenge, String session, String subject) {
    Row row =
        jdbc.sql(
                """
                SELECT id, session, chain_id, subject, meaning, content, digest, expires_at, used_at
                FROM signature_challenge WHERE id = ?
                """)
            .param(challenge)
            .query((rs, n) -> row(rs))
            .optional()
            .orElseThrow(() -> invalid("unknown"));
    if (row.usedAt() != null) throw invalid(USED);
    if (!clock.instant().isBefore(row.expiresAt())) throw invalid("older than 120 s");
    if (!row.session().equals(session)) throw invalid("made in another session");
    if (!row.subject().equals(subject)) throw invalid("made for something else");
    return new Challenge(
        row.id(),
        row.chain(),
        row.subject(),
        row.meaning(),
        row.content(),
        row.digest(),
        row.expiresAt());
  }

  @Override
  @Transactional
  public Signature sign(Challenge opened, PersonId signer, String language) {
    // The database decides who uses it up: a second one waits here and then finds nothing to use.
    int used =
        jdbc.sql("UPDATE signature_challenge SET used_at = ? WHERE id = ? AND used_at IS NULL")
            .params(SqlTime.of(clock.instant()), opened.id())
            .update();
    if (used == 0) throw invalid(USED);
    Text name = people.active(signer).name();
    var signature =
        new Signature(
            Ids.next(),
            opened.chain(),
            opened.subject(),
            opened.meaning(),
            signer,
            name,
            language,
            opened.content(),
            opened.digest(),
            recordClock.now(),
            null);
    insert(signature, opened.id());
    audit.record(
        new AuditEvent(
            opened.chain(),
            signer.value(),
            "signature.given",
            "signature",
            signature.id().toString(),
            Map.of(
                "subject", Change.to(opened.subject()),
                "meaning", Change.to(opened.meaning().name()),
                "digest", Change.to(opened.digest())),
            null,
            signature.id()));
    return signature;
  }

  private void insert(Signature s, UUID challenge) {
    jdbc.sql(
            """
            INSERT INTO signature (id, chain_id, subject, meaning, person_id, name_en, name_ja,
              language, content, digest, challenge_id, signed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            s.id(),
            s.chain(),
            s.subject(),
            s.meaning().name(),
            s.person().value(),
            s.printedName().en(),
            s.printedName().ja(),
            s.language(),
            s.content(),
            s.digest(),
            challenge,
            SqlTime.of(s.signedAt()))
        .update();
  }

  private static MesException invalid(String why) {
    return new MesException(
        ErrorCode.CHALLENGE_INVALID,
        "A signature needs a fresh challenge for exactly what is shown; nothing was signed.",
        why,
        "open the signature sheet again",
        null);
  }

  @Override
  @Transactional
  public void voidAll(Collection<UUID> signatures, String reason, PersonId by) {
    for (UUID id : signatures) {
      String chain =
          jdbc.sql("SELECT chain_id FROM signature WHERE id = ?")
              .param(id)
              .query(String.class)
              .single();
      jdbc.sql("INSERT INTO signature_void (signature_id, reason, voided_at) VALUES (?, ?, ?)")
          .params(id, reason, SqlTime.of(recordClock.now()))
          .update();
      audit.record(
          new AuditEvent(
              chain,
              by.value(),
              "signature.voided",
              "signature",
              id.toString(),
              Map.of("state", new Change("VALID", "VOID")),
              reason,
              null));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Signature> ofChain(String chain) {
    return jdbc.sql(
            """
            SELECT s.id, s.chain_id, s.subject, s.meaning, s.person_id, s.name_en, s.name_ja,
              s.language, s.content, s.digest, s.signed_at, v.reason
            FROM signature s LEFT JOIN signature_void v ON v.signature_id = s.id
            WHERE s.chain_id = ? ORDER BY s.signed_at, s.id
            """)
        .param(chain)
        .query(
            (rs, n) ->
                new Signature(
                    rs.getObject("id", UUID.class),
                    rs.getString("chain_id"),
                    rs.getString("subject"),
                    Meaning.valueOf(rs.getString("meaning")),
                    new PersonId(rs.getString("person_id")),
                    new Text(rs.getString("name_en"), rs.getString("name_ja")),
                    rs.getString("language"),
                    rs.getString("content"),
                    rs.getString("digest"),
                    SqlTime.get(rs, "signed_at"),
                    rs.getString("reason")))
        .list();
  }

  private static Row row(ResultSet rs) throws SQLException {
    return new Row(
        rs.getObject("id", UUID.class),
        rs.getString("session"),
        rs.getString("chain_id"),
        rs.getString("subject"),
        Meaning.valueOf(rs.getString("meaning")),
        rs.getString("content"),
        rs.getString("digest"),
        SqlTime.get(rs, "expires_at"),
        SqlTime.getNullable(rs, "used_at"));
  }
}
