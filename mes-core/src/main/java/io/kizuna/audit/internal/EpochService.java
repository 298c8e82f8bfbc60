package io.kizuna.audit.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.audit.BeginEpoch;
import io.kizuna.audit.Notary;
import io.kizuna.audit.Notary.Mark;
import io.kizuna.audit.SealTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class EpochService implements BeginEpoch {

  private final JdbcClient jdbc;
  private final CheckpointRows rows;
  private final SealTrail sealing;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final @Nullable Notary notary;

  EpochService(
      JdbcClient jdbc,
      CheckpointRows rows,
      SealTrail sealing,
      AuditTrail audit,
      RecordClock clock,
      ObjectProvider<Notary> notaries) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.sealing = sealing;
    this.audit = audit;
    this.clock = clock;
    this.notary = notaries.getIfAvailable();
  }

  @Override
  public Statement statement() {
    var status = sealing.status();
    if (status.alarms().stream().noneMatch(a -> a.fault().endsEpoch())) {
      throw new MesException(
          ErrorCode.EPOCH_NOT_NEEDED,
          "A new epoch begins only where the log of the trail cannot go on.",
          "epoch " + status.epoch(),
          "a rolled-back or refused log",
          null);
    }
    Mark before = signedBefore(status);
    long has = before.epoch() == status.epoch() ? status.logSize() : 0;
    long kept = Math.min(has, before.size());
    String missing = kept < before.size() ? kept + "-" + (before.size() - 1) : "none";
    long epoch = Math.max(before.epoch(), status.epoch()) + 1;
    return new Statement(epoch, before.size(), before.root(), kept, missing);
  }

  /** The furthest of what anybody outside the database remembers. */
  private Mark signedBefore(SealTrail.Status status) {
    try {
      var last = notary == null ? Optional.<Mark>empty() : notary.last();
      Mark anchor = status.anchor();
      if (last.isPresent() && (anchor == null || !anchor.isAfter(last.get()))) return last.get();
      if (anchor != null) return anchor;
    } catch (Notary.NotaryAway e) {
      throw new MesException(
          ErrorCode.TRAIL_NOT_SEALED,
          "The notary must say what it signed last before a new epoch can begin.",
          e.getMessage(),
          "a notary that answers",
          "ADMINISTRATOR");
    }
    return rows.newest()
        .map(c -> c.mark())
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.TRAIL_NOT_SEALED,
                    "Nothing was sealed yet.",
                    null,
                    "a first checkpoint",
                    "ADMINISTRATOR"));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Long> epochOf(UUID requestId) {
    return jdbc.sql("SELECT epoch FROM trail_epoch WHERE request_id = ?")
        .param(requestId)
        .query(Long.class)
        .optional();
  }

  @Override
  @Transactional
  public long begin(UUID requestId, Statement s, String reason, PersonId by, UUID signature) {
    long present = rows.epoch(clock.now());
    rows.lock(present);
    jdbc.sql(
            """
            INSERT INTO trail_epoch (epoch, begun_at, request_id, anchored_size, anchored_root,
              log_size, signature_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            s.epoch(),
            SqlTime.of(clock.now()),
            requestId,
            s.anchoredSize(),
            s.anchoredRoot(),
            s.logSize(),
            signature)
        .update();
    var facts = new LinkedHashMap<String, Change>();
    facts.put("epoch", new Change(Long.toString(present), Long.toString(s.epoch())));
    facts.put("anchoredSize", Change.to(Long.toString(s.anchoredSize())));
    facts.put("anchoredRoot", Change.to(s.anchoredRoot()));
    facts.put("logSize", Change.to(Long.toString(s.logSize())));
    facts.put("missing", Change.to(s.missing()));
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            "trail.restored",
            "trail",
            Long.toString(s.epoch()),
            facts,
            reason,
            signature));
    sealing.atOnce();
    return s.epoch();
  }
}
