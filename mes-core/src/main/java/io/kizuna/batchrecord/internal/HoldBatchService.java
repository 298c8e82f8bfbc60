package io.kizuna.batchrecord.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batch.ChangeBatchState;
import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.batchrecord.HoldBatch;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Service
class HoldBatchService implements HoldBatch {

  private static final String HOLD = "batch.hold";
  private static final String CHANGE = "batch.change";
  private static final int REASON_MIN = 5;
  private static final int REASON_MAX = 1000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Batches batches;
  private final ChangeBatchState states;
  private final StepAccess access;
  private final StepRunRows runs;
  private final Signing signing;
  private final HandledRequests requests;

  HoldBatchService(
      Batches batches,
      ChangeBatchState states,
      StepAccess access,
      StepRunRows runs,
      Signing signing,
      HandledRequests requests) {
    this.batches = batches;
    this.states = states;
    this.access = access;
    this.runs = runs;
    this.signing = signing;
    this.requests = requests;
  }

  @Override
  @Transactional
  public void hold(UUID requestId, BatchId id, String reason, PersonId actor) {
    var print = Map.of("batch", id.toString(), "reason", reason);
    Person person = access.person(actor);
    batches.lock(id, person);
    if (requests.answer(requestId, HOLD, print, String.class).isPresent()) return;
    boolean may = person.has(Role.OPERATOR) || person.has(Role.SUPERVISOR) || person.has(Role.QA);
    if (!may) throw role(person, "OPERATOR, SUPERVISOR or QA");
    states.hold(id, reason(reason), actor);
    requests.remember(requestId, HOLD, actor.value(), print, "held");
  }

  @Override
  @Transactional
  public Challenge challenge(
      String session, BatchId id, Change change, String reason, PersonId actor) {
    Batch batch = batches.get(id, access.person(actor));
    var content = new LinkedHashMap<String, Object>();
    content.put("purpose", change.name());
    content.put("batch", batch.number());
    content.put("coi", batch.identity().coi().value());
    content.put("state", batch.state().name());
    if (batch.holdReason() != null) content.put("holdReason", batch.holdReason());
    content.put("note", reason(reason));
    return signing.challenge(
        session, batch.chain(), subject(id, change), Meaning.APPROVED, content);
  }

  private static String subject(BatchId id, Change change) {
    return "batch:" + id + ":" + change.name();
  }

  @Override
  @Transactional
  public void change(
      UUID requestId,
      String session,
      BatchId id,
      Change change,
      String reason,
      PersonId actor,
      Signed signature,
      String language) {
    var print = Map.of("batch", id.toString(), "change", change.name(), "reason", reason);
    Batch batch = batches.lock(id, access.person(actor));
    if (requests.answer(requestId, CHANGE, print, String.class).isPresent()) return;
    Person signer = access.person(signature.person());
    if (!signer.has(Role.QA)) throw role(signer, "QA");
    String subject = subject(id, change);
    var opened = signing.open(signature.challenge(), session, subject);
    var shown = JSON.readTree(opened.content());
    if (!shown.path("note").asString("").equals(reason(reason))) {
      throw StepContent.stale("reason");
    }
    if (!shown.path("state").asString("").equals(batch.state().name())) {
      throw StepContent.stale(batch.state().name());
    }
    var signed = signing.sign(opened, signer.id(), language);
    if (change == Change.RESUME) {
      states.resume(id, reason(reason), signer.id(), signed.id());
    } else {
      states.abort(id, reason(reason), signer.id(), signed.id());
      runs.abandonOpen(id);
    }
    requests.remember(requestId, CHANGE, actor.value(), print, change.name());
  }

  private static String reason(String reason) {
    String text = reason.strip();
    if (text.length() < REASON_MIN || text.length() > REASON_MAX) {
      throw new MesException(
          ErrorCode.REASON_MISSING, "A reason is needed.", text, "5 to 1000 characters", null);
    }
    return text;
  }

  private static MesException role(Person person, String needed) {
    return new MesException(
        ErrorCode.ROLE_MISSING,
        "The state of a batch is changed by people with the role for it.",
        person.roles().toString(),
        needed,
        null);
  }
}
