package io.kizuna.release.internal;

import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.SqlTime;
import io.kizuna.release.Disposed;
import io.kizuna.release.ReviewBatch.Need;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions, append only: no update, no delete; and which batches still wait for one. */
@Repository
class DispositionRows implements Dispositions {

  private final JdbcClient jdbc;

  DispositionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Disposed d) {
    jdbc.sql(
            """
            INSERT INTO batch_disposition (batch_id, request_id, decision, reason, decided_by,
              decided_at, signature_id, evidence)
            VALUES (:batch, :request, :decision, :reason, :by, :at, :signature, :evidence)
            """)
        .param("batch", d.batch().value())
        .param("request", d.requestId())
        .param("decision", d.decision().name())
        .param("reason", d.reason(), Types.VARCHAR)
        .param("by", d.by().value())
        .param("at", SqlTime.of(d.at()))
        .param("signature", d.signature())
        .param("evidence", d.evidence())
        .update();
  }

  @Override
  public Optional<Disposed> ofBatch(BatchId batch) {
    return jdbc.sql("SELECT * FROM batch_disposition WHERE batch_id = ?")
        .param(batch.value())
        .query((rs, n) -> disposed(rs))
        .optional();
  }

  @Override
  public Optional<Disposed> byRequest(UUID requestId) {
    return jdbc.sql("SELECT * FROM batch_disposition WHERE request_id = ?")
        .param(requestId)
        .query((rs, n) -> disposed(rs))
        .optional();
  }

  @Override
  public List<Line> waiting(int limit) {
    return jdbc.sql(
            """
            SELECT b.id, b.state, r.step, COALESCE(r.opened_at, b.ended_at, b.created_at) AS since,
              (SELECT COUNT(*) FROM batch_exception x
               WHERE x.batch_id = b.id AND x.state = 'OPEN') AS open_exceptions
            FROM batch b
            LEFT JOIN step_run r ON r.batch_id = b.id AND r.state = 'OPEN'
              AND r.unit_procedure = ? AND r.step IN (?, ?)
            WHERE b.disposition IS NULL
              AND (r.id IS NOT NULL OR b.state IN ('COMPLETE', 'ABORTED', 'STOPPED'))
            ORDER BY since, b.id LIMIT ?
            """)
        .params(Evidence.UNIT_PROCEDURE, Evidence.REVIEW, Evidence.DISPOSITION, limit)
        .query((rs, n) -> line(rs))
        .list();
  }

  private static Line line(ResultSet rs) throws SQLException {
    Batch.State state = Batch.State.valueOf(rs.getString("state"));
    boolean early = state == Batch.State.ABORTED || state == Batch.State.STOPPED;
    boolean review = Evidence.REVIEW.equals(rs.getString("step"));
    Need need = early ? Need.REJECTION : review ? Need.REVIEW : Need.DISPOSITION;
    Instant since = SqlTime.get(rs, "since");
    return new Line(
        new BatchId(rs.getObject("id", UUID.class)), need, since, rs.getInt("open_exceptions"));
  }

  private static Disposed disposed(ResultSet rs) throws SQLException {
    return new Disposed(
        new BatchId(rs.getObject("batch_id", UUID.class)),
        rs.getObject("request_id", UUID.class),
        Batch.Disposition.valueOf(rs.getString("decision")),
        rs.getString("reason"),
        new PersonId(rs.getString("decided_by")),
        SqlTime.get(rs, "decided_at"),
        rs.getObject("signature_id", UUID.class),
        rs.getString("evidence"));
  }
}
