package io.kizuna.batchrecord;

import io.kizuna.recipe.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recorded value; never changed, only followed by the next revision.
 *
 * @param value exactly as entered, read or computed, all digits.
 * @param source {@code MANUAL SCAN FORMULA TAG WINDOW PREVIOUS CERTIFICATE}.
 * @param provenance JSON: where it came from (tag, times, quality, inputs, coverage, hash).
 */
public record RecordedValue(
    UUID stepRun,
    String parameter,
    int revision,
    String value,
    @Nullable String unit,
    Verdict verdict,
    String source,
    @Nullable String provenance,
    @Nullable String reason,
    String recordedBy,
    Instant recordedAt) {}
