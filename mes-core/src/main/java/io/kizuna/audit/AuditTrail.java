package io.kizuna.audit;

/** Inbound port: the only way to write the trail. */
public interface AuditTrail {

  /**
   * Adds the event to the current transaction; it is chained in the last moment before commit, so
   * that either the change and its event exist or neither does (R01, R10).
   *
   * @throws IllegalStateException if no transaction is active.
   */
  void record(AuditEvent event);
}
