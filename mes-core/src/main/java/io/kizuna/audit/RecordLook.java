package io.kizuna.audit;

/** Inbound port: who read what belongs to a patient is a fact of the record (R16). */
public interface RecordLook {

  /** The action every look is recorded under. */
  String ACTION = "record.looked-at";

  /**
   * Records the look before anything is shown, in a transaction of its own; if it cannot be
   * recorded, nothing may be shown.
   *
   * <p>The same look again within a minute is counted instead; the count is recorded when the
   * minute is over.
   */
  void looked(Look look);

  /**
   * One look at patient-linked data; never with the data itself.
   *
   * @param chain where it belongs: that of a batch, or {@code site}.
   * @param actor who looked.
   * @param as what was shown, for example {@code record.pdf}.
   * @param entity kind of the thing looked at, for example {@code batch}.
   */
  record Look(String chain, String actor, String as, String entity, String entityId) {}
}
