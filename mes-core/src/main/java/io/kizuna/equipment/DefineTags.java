package io.kizuna.equipment;

import io.kizuna.kernel.EquipmentId;
import java.util.List;

/** Inbound port for equipment adapters: the meaning of tags, told at every start. */
public interface DefineTags {

  /** Replaces the definitions of a class; a difference to the last start goes to the trail. */
  void define(String equipmentClass, List<TagDefinition> tags);

  /** This unit exists in the adapter's configuration and has the tags of that class. */
  void bind(EquipmentId equipment, String equipmentClass);
}
