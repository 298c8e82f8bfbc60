package io.kizuna.report;

import io.kizuna.kernel.Text;
import io.kizuna.report.BatchRecord.Actor;
import io.kizuna.signature.Meaning;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signature of the record (21 CFR 11.50).
 *
 * @param subject what was signed, for example {@code step:<id>:perform}.
 * @param printedName the name as it was when signed.
 * @param content canonical JSON of what was shown; its SHA-256 is {@code digest}. Null in a
 *     sponsor's copy if it holds something that is not theirs.
 * @param recomputes whether the digest still fits the content.
 * @param voidReason null while it counts.
 */
public record RecordedSignature(
    String id,
    String subject,
    Meaning meaning,
    Actor by,
    Text printedName,
    Instant signedAt,
    String language,
    String digest,
    @Nullable String content,
    boolean recomputes,
    @Nullable String voidReason) {}
