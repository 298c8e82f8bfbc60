package io.kizuna.batchrecord.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.CheckIdentity;
import io.kizuna.batchrecord.ReadRecord.IdentityCheck;
import io.kizuna.identity.Label;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.StepKey;
import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class IdentityCheckService implements CheckIdentity {

  private static final int CODE_MAX = 200;

  private final StepAccess access;
  private final IdentityCheckRows rows;
  private final Exceptions exceptions;
  private final StepEnd end;
  private final AuditTrail audit;
  private final RecordClock clock;

  IdentityCheckService(
      StepAccess access,
      IdentityCheckRows rows,
      Exceptions exceptions,
      StepEnd end,
      AuditTrail audit,
      RecordClock clock) {
    this.access = access;
    this.rows = rows;
    this.exceptions = exceptions;
    this.end = end;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Result check(BatchId batch, StepKey step, PersonId actor, String scan, String code) {
    StepContext ctx = access.change(batch, step, actor);
    ctx.batch().requireRunning();
    StepAccess.requireOpen(ctx);
    var expected =
        ctx.step().identityScans().stream()
            .filter(s -> s.id().equals(scan))
            .map(s -> new Label(ctx.batch().identity().coi(), s.container()))
            .findFirst()
            .orElseThrow(
                () ->
                    new MesException(
                        ErrorCode.VALUE_INVALID,
                        "The step asks for no such scan.",
                        scan,
                        null,
                        null));
    String scanned = code.strip();
    scanned = scanned.substring(0, Math.min(scanned.length(), CODE_MAX));
    boolean matched = scanned.equals(expected.toString());
    rows.add(new IdentityCheck(ctx.run().id(), scan, scanned, matched, actor.value(), clock.now()));
    audit.record(
        new AuditEvent(
            ctx.batch().chain(),
            actor.value(),
            matched ? "identity.matched" : "identity.mismatched",
            "step",
            step.toString(),
            Map.of(
                "scan", Change.to(scan),
                "scanned", Change.to(scanned),
                "expected", Change.to(expected.toString())),
            null,
            null));
    if (!matched) {
      var exception =
          exceptions.open(
              batch,
              new Exceptions.Draft(
                  Type.IDENTITY_MISMATCH,
                  Severity.CRITICAL,
                  ctx.run().id(),
                  null,
                  new Text("Wrong container scanned: chain of identity stopped", "容器の個体識別不一致:作業停止"),
                  scanned,
                  expected.toString(),
                  null),
              actor.value());
      end.holdIfCritical(ctx.batch(), List.of(exception));
    }
    return new Result(matched, expected.toString(), scanned);
  }
}
