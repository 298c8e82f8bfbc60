package io.kizuna.equipment.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.equipment.EquipmentConnections;
import io.kizuna.equipment.EquipmentConnections.RejectedCertificate;
import io.kizuna.equipment.TrustCertificates;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CertificateTrust implements TrustCertificates {

  private final ObjectProvider<EquipmentConnections> links;
  private final AuditTrail audit;

  CertificateTrust(ObjectProvider<EquipmentConnections> links, AuditTrail audit) {
    this.links = links;
    this.audit = audit;
  }

  @Override
  public List<RejectedCertificate> rejected() {
    return links.stream().flatMap(l -> l.rejected().stream()).toList();
  }

  @Override
  @Transactional
  public void trust(String thumbprint, PersonId by) {
    var certificate =
        rejected().stream()
            .filter(c -> c.thumbprint().equalsIgnoreCase(thumbprint))
            .findFirst()
            .orElseThrow(() -> unknown(thumbprint));
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            "certificate.trusted",
            "certificate",
            certificate.thumbprint(),
            Map.of(
                "subject", Change.to(certificate.subject()),
                "fingerprint", Change.to(certificate.fingerprint())),
            null,
            null));
    boolean moved =
        links.stream().filter(l -> l.trust(certificate.thumbprint())).findFirst().isPresent();
    if (!moved) throw unknown(thumbprint);
  }

  private static MesException unknown(String thumbprint) {
    return new MesException(
        ErrorCode.EQUIPMENT_UNKNOWN,
        "Only a certificate that a device has shown can be trusted.",
        thumbprint,
        "the thumbprint of a rejected certificate",
        null);
  }
}
