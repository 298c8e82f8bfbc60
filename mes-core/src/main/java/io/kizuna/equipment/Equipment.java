package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.Text;
import java.time.LocalDate;
import java.util.Set;
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
    @Nullable LocalDate calibrationDue) {

  /**
   * Classes whose units serve several batches side by side: each holds closed containers with a
   * label of their own, or a sample. Every other class, also one nobody has thought of yet, holds
   * the cells of one batch, and a second batch in it would be a mix-up (R62).
   */
  private static final Set<String> SHARED =
      Set.of("co2-incubator", "controlled-rate-freezer", "ln2-freezer", "cell-counter");

  /** Whether one batch at a time may be bound to this unit. */
  public boolean holdsOneBatch() {
    return !SHARED.contains(equipmentClass);
  }
}
