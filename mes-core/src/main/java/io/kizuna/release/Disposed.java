package io.kizuna.release;

import io.kizuna.batch.Batch;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * QA's decision on a batch; there is one, and it stays.
 *
 * @param requestId the request that carried it: sent twice, decided once.
 * @param reason null only for a release without a remark.
 * @param evidence JSON of the gates and the coverage at that moment.
 */
public record Disposed(
    BatchId batch,
    UUID requestId,
    Batch.Disposition decision,
    @Nullable String reason,
    PersonId by,
    Instant at,
    UUID signature,
    String evidence) {}
