package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.util.List;
import java.util.Optional;

/** Inbound port: which tags an equipment class has. */
public interface TagDirectory {

  /** In the order of the tag map; empty for an unknown class. */
  List<TagDefinition> ofClass(String equipmentClass);

  /** In the order of the tag map; empty for unknown equipment. */
  List<TagDefinition> of(EquipmentId equipment);

  Optional<TagDefinition> find(EquipmentId equipment, String tag);
}
