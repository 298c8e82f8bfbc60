package io.kizuna.verify.source;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code checkpoint_leaf}.
 *
 * @param eventHash hash of the event it names; null if that event is not there.
 */
public record Leaf(
    int epoch, long index, String chain, long seq, String hash, @Nullable String eventHash) {}
