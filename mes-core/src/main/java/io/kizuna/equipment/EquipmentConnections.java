package io.kizuna.equipment;

import java.time.Instant;
import java.util.List;

/** Outbound port, implemented in equipment-adapters: what only the adapters know of a link. */
public interface EquipmentConnections {

  /** The certificates devices have shown and that are not trusted. */
  List<RejectedCertificate> rejected();

  /**
   * Moves the certificate to the trust list and lets waiting devices connect at once.
   *
   * @return false if no rejected certificate has this thumbprint.
   */
  boolean trust(String thumbprint);

  /**
   * @param thumbprint SHA-1 of the certificate, lower-case hex.
   * @param fingerprint SHA-256, lower-case hex: what a careful person compares.
   */
  record RejectedCertificate(
      String thumbprint,
      String fingerprint,
      String subject,
      String issuer,
      Instant validFrom,
      Instant validTo) {}
}
