package io.kizuna.report;

/**
 * The checkpoint printed on the record: whoever keeps the print can tell later whether the log was
 * rewritten (docs/trail-format.md, section 4).
 *
 * @param epoch, size, root of the newest checkpoint when the record was read.
 * @param chainSeq the last entry of the batch's chain it covers, {@code chainHead} its hash; later
 *     entries are in the next checkpoint.
 */
public record RecordedSeal(long epoch, long size, String root, long chainSeq, String chainHead) {}
