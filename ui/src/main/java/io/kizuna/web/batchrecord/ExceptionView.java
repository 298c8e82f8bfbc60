package io.kizuna.web.batchrecord;

import io.kizuna.batchrecord.BatchException;
import io.kizuna.kernel.Text;
import io.kizuna.web.PersonNames.PersonRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exception as pages show it.
 *
 * @param number counts from 1 within its batch.
 * @param decision, comment, decidedBy, decidedAt the last decision.
 */
public record ExceptionView(
    UUID id,
    int number,
    BatchException.Type type,
    BatchException.Severity severity,
    @Nullable String step,
    @Nullable String stepNumber,
    @Nullable String parameter,
    Text text,
    @Nullable String value,
    @Nullable String limit,
    @Nullable String reason,
    Instant openedAt,
    PersonRef openedBy,
    BatchException.State state,
    @Nullable String decision,
    @Nullable String comment,
    @Nullable PersonRef decidedBy,
    @Nullable Instant decidedAt) {}
