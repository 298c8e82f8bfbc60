package io.kizuna.batch;

import io.kizuna.kernel.BatchId;

/** A batch exists and its first step is open; published inside the transaction of the order. */
public record BatchOrdered(BatchId batch) {}
