package io.kizuna.processdata;

import io.kizuna.kernel.EquipmentId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Inbound port: readings in the blocks the trail seals (docs/trail-format.md, section 3). */
public interface ReadingBlocks {

  /**
   * All readings of one channel and minute.
   *
   * @param minute its first instant, source time.
   * @param hash over the lines of its readings, 64 hex digits.
   */
  record Block(EquipmentId equipment, String tag, Instant minute, int readings, String hash) {}

  /** A minute that got readings after {@link #lateBefore} had passed it. */
  record Late(long id, EquipmentId equipment, String tag, Instant minute) {}

  /** The blocks of every tag of the unit in {@code [from, to)}, both whole minutes. */
  List<Block> of(EquipmentId equipment, Instant from, Instant to);

  /** The block of one channel and minute; empty if it has no reading. */
  List<Block> of(EquipmentId equipment, String tag, Instant minute);

  /** Minutes before {@code minute} may be sealed: from now on their readings are late. */
  void lateBefore(Instant minute);

  /** The oldest late minutes nobody has settled. */
  List<Late> late(int limit);

  /** These late minutes have been looked at. */
  void settled(Collection<Late> late);
}
