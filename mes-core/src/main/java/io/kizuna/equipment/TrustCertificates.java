package io.kizuna.equipment;

import io.kizuna.kernel.PersonId;
import java.util.List;

/** Inbound port: certificates of devices that nobody has trusted yet (never trusted by itself). */
public interface TrustCertificates {

  List<EquipmentConnections.RejectedCertificate> rejected();

  /**
   * Trusts one certificate from now on and lets its devices connect; written to the trail.
   *
   * @throws io.kizuna.kernel.MesException EQUIPMENT_UNKNOWN if no rejected certificate has this
   *     thumbprint.
   */
  void trust(String thumbprint, PersonId by);
}
