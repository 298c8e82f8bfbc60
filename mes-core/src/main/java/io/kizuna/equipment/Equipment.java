package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One unit of the site.
 *
 * @param equipmentClass what recipes ask for, for example {@code rocking-bioreactor}.
 * @param suite id of the suite it stands in.
 * @param calibrationDue last day on which it may be used; null if it needs no calibration.
 */
public record Equipment(
    EquipmentId id,
    String equipmentClass,
    Text name,
    String suite,
    @Nullable LocalDate calibrationDue) {}
