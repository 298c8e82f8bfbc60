package io.kizuna.retention.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.retention.LegalHolds;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class LegalHoldService implements LegalHolds {

  private static final int REASON_MIN = 5;
  private static final int REASON_MAX = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RetentionRows rows;
  private final Batches batches;
  private final People people;
  private final Signing signing;
  private final AuditTrail audit;
  private final RecordClock clock;

  LegalHoldService(
      RetentionRows rows,
      Batches batches,
      People people,
      Signing signing,
      AuditTrail audit,
      RecordClock clock) {
    this.rows = rows;
    this.batches = batches;
    this.people = people;
    this.signing = signing;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Challenge challenge(
      String session, BatchId id, Action action, String reason, PersonId actor) {
    var person = people.active(actor);
    Batch batch = batches.get(id, person);
    requireQa(person);
    requireChange(id, action);
    var content = new LinkedHashMap<String, Object>();
    content.put("purpose", purpose(action));
    content.put("action", purpose(action));
    content.put("batch", batch.number());
    content.put("coi", batch.identity().coi().value());
    content.put("note", reason(reason));
    return signing.challenge(
        session, batch.chain(), subject(id, action), Meaning.APPROVED, content);
  }

  private static String purpose(Action action) {
    return action == Action.SET ? "LEGAL_HOLD_SET" : "LEGAL_HOLD_LIFTED";
  }

  private static String subject(BatchId id, Action action) {
    return "batch:" + id + ":" + purpose(action);
  }

  @Override
  @Transactional
  public void decide(Command c) {
    Batch batch = batches.lock(c.batch(), people.active(c.actor()));
    if (rows.known(c.requestId(), c.batch(), c.action())) return;
    Person signer = people.active(c.signer());
    requireQa(signer);
    requireChange(c.batch(), c.action());
    var opened = signing.open(c.challenge(), c.session(), subject(c.batch(), c.action()));
    String reason = reason(c.reason());
    if (!JSON.readTree(opened.content()).path("note").asString("").equals(reason)) {
      throw new MesException(
          ErrorCode.SIGNATURE_STALE,
          "What is signed must be what was shown; nothing was signed.",
          "reason",
          "open the signature sheet again",
          null);
    }
    var signed = signing.sign(opened, signer.id(), c.language());
    int number = rows.holds(c.batch()).size() + 1;
    rows.add(
        c.requestId(),
        c.batch(),
        number,
        new Decision(c.action(), reason, signer.id(), clock.now(), signed.id()));
    audit.record(
        new AuditEvent(
            batch.chain(),
            signer.id().value(),
            c.action() == Action.SET ? "legal-hold.set" : "legal-hold.lifted",
            "batch",
            c.batch().toString(),
            Map.of(
                "legalHold",
                c.action() == Action.SET
                    ? new Change("none", "in force")
                    : new Change("in force", "none")),
            reason,
            signed.id()));
  }

  private void requireChange(BatchId id, Action action) {
    boolean held = RetentionService.inForce(rows.holds(id)) != null;
    if (held == (action == Action.LIFTED)) return;
    throw new MesException(
        ErrorCode.LEGAL_HOLD_STATE,
        "A legal hold is set where there is none, and lifted where there is one.",
        held ? "in force" : "none",
        null,
        null);
  }

  static void requireQa(Person person) {
    if (person.has(Role.QA)) return;
    throw new MesException(
        ErrorCode.ROLE_MISSING,
        "How long records are kept is for quality to decide.",
        person.roles().toString(),
        "QA",
        null);
  }

  static String reason(String reason) {
    String text = reason.strip();
    if (text.length() < REASON_MIN || text.length() > REASON_MAX) {
      throw new MesException(
          ErrorCode.REASON_MISSING, "A reason is needed.", text, "5 to 1000 characters", null);
    }
    return text;
  }
}
