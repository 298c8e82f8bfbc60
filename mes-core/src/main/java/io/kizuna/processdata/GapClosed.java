package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gap has ended; published inside the transaction. */
public record GapClosed(
    EquipmentId equipment, @Nullable String tag, Instant from, Instant to, String reason) {}
