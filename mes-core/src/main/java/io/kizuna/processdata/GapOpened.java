package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Readings of a device or tag are missing since {@code from}; published inside the transaction. */
public record GapOpened(EquipmentId equipment, @Nullable String tag, Instant from, String reason) {}
