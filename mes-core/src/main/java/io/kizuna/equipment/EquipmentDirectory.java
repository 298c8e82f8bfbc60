package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.util.List;
import java.util.Optional;

/** Inbound port: which equipment the site has. */
public interface EquipmentDirectory {

  /** Everything registered, ordered by id. */
  List<Equipment> all();

  Optional<Equipment> byId(EquipmentId id);

  /** The units of one class, ordered by id. */
  List<Equipment> byClass(String equipmentClass);

  /**
   * @throws io.kizuna.kernel.MesException EQUIPMENT_UNKNOWN if it is not registered.
   */
  Equipment require(EquipmentId id);

  /**
   * The unit, its row locked until the transaction ends: who binds it decides alone.
   *
   * @throws io.kizuna.kernel.MesException EQUIPMENT_UNKNOWN if it is not registered.
   */
  Equipment lock(EquipmentId id);
}
