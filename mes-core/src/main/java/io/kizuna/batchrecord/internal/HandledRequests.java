package io.kizuna.batchrecord.internal;

import io.kizuna.kernel.Digest;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Remembers answers by request id, so that a request sent twice is recorded once (RF02). */
@Repository
class HandledRequests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Row(String kind, String digest, String answer) {}

  private final JdbcClient jdbc;
  private final RecordClock clock;

  HandledRequests(JdbcClient jdbc, RecordClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The answer given before. Asked while the batch is locked: of two presses at the same moment the
   * second one waits and then finds the answer of the first.
   *
   * @param fingerprint what makes the request what it is; the same id with another one is refused.
   */
  <T> Optional<T> answer(UUID requestId, String kind, Map<String, ?> fingerprint, Class<T> type) {
    return jdbc.sql("SELECT kind, digest, answer FROM handled_request WHERE request_id = ?")
        .param(requestId)
        .query((rs, n) -> new Row(rs.getString(1), rs.getString(2), rs.getString(3)))
        .optional()
        .map(
            row -> {
              if (!row.kind().equals(kind) || !row.digest().equals(digest(fingerprint))) {
                throw new MesException(
                    ErrorCode.REQUEST_REUSED,
                    "A request id belongs to one request only.",
                    requestId.toString(),
                    "a new request id",
                    null);
              }
              return JSON.readValue(row.answer(), type);
            });
  }

  void remember(
      UUID requestId, String kind, String person, Map<String, ?> fingerprint, Object answer) {
    jdbc.sql(
            """
            INSERT INTO handled_request (request_id, kind, person_id, digest, answer, handled_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .params(
            requestId,
            kind,
            person,
            digest(fingerprint),
            JSON.writeValueAsString(answer),
            SqlTime.of(clock.now()))
        .update();
  }

  /** Never leaves the database, so that sorted names are canonical enough. */
  private static String digest(Map<String, ?> fingerprint) {
    return Digest.sha256(JSON.writeValueAsString(new TreeMap<>(fingerprint)));
  }
}
