package io.kizuna.verify.source;

/** A row of {@code chain_head}, or the place in a chain a check begins after. */
public record Head(long seq, String hash) {}
