package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.util.List;
import java.util.Optional;

/** Inbound port: the units of this site. */
public interface EquipmentDirectory {

  /** Every unit, by id. */
  List<Equipment> all();

  Optional<Equipment> byId(EquipmentId id);

  List<Equipment> byClass(String equipmentClass);
}
