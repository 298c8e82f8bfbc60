package io.kizuna.verify.source;

import java.time.Instant;

/** A row of {@code reading_block}. */
public record Block(
    String run,
    String batch,
    String equipment,
    String tag,
    Instant minute,
    int version,
    int readings,
    String hash,
    Instant sealedAt) {}
