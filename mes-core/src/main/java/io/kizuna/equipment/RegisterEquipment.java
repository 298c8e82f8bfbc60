package io.kizuna.equipment;

import io.kizuna.kernel.PersonId;

/** Inbound port: equipment enters the site's list, or its entry changes. */
public interface RegisterEquipment {

  /** Adds or changes the entry and writes the trail; the same entry again changes nothing. */
  void register(Equipment equipment, PersonId by);
}
