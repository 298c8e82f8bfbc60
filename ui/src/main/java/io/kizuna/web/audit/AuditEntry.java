package io.kizuna.web.audit;

import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.web.PersonNames.PersonRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as the page shows it.
 *
 * @param actor with the printed name of that time.
 * @param roles of the person at that time; empty for a part of the system.
 * @param session tells sessions apart; names none.
 * @param station network address the request came from.
 * @param rows how many rows of the record the event seals.
 */
record AuditEntry(
    long seq,
    Instant recordedAt,
    PersonRef actor,
    List<String> roles,
    @Nullable String session,
    @Nullable String station,
    @Nullable String software,
    String action,
    String entity,
    String entityId,
    Map<String, Change> changes,
    @Nullable String reason,
    @Nullable String signature,
    int rows,
    String hash) {}
