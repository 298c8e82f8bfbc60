package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import java.time.Instant;

/**
 * One unit of the site.
 *
 * @param equipmentClass for example {@code rocking-bioreactor}.
 * @param calibrationDue from this moment on it may not be used (R54).
 */
public record Equipment(
    EquipmentId id, String equipmentClass, Text name, String suite, Instant calibrationDue) {}
