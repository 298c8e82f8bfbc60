package io.kizuna.material;

import io.kizuna.kernel.PersonId;
import java.util.List;
import java.util.Optional;

/** Inbound port: material lots. */
public interface Lots {

  Optional<Lot> find(String code);

  List<Lot> all();

  /**
   * The lot if it may be consumed for {@code material} now.
   *
   * @throws io.kizuna.kernel.MesException LOT_NOT_USABLE if it is unknown, of another material, not
   *     released or expired.
   */
  Lot usable(String code, String material);

  void add(Lot lot, PersonId by);
}
