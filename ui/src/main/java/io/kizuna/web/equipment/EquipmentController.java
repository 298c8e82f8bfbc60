package io.kizuna.web.equipment;

import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.equipment.TrustCertificates;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.Role;
import io.kizuna.web.Actor;
import io.kizuna.web.equipment.EquipmentViews.EquipmentView;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Equipment, its connections and the certificates nobody has trusted yet. */
@RestController
class EquipmentController {

  private final EquipmentDirectory directory;
  private final TrustCertificates certificates;
  private final EquipmentViews views;
  private final Staff staff;

  EquipmentController(
      EquipmentDirectory directory,
      TrustCertificates certificates,
      EquipmentViews views,
      Staff staff) {
    this.directory = directory;
    this.certificates = certificates;
    this.views = views;
    this.staff = staff;
  }

  record EquipmentList(List<EquipmentView> equipment) {}

  record CertificateView(
      String thumbprint,
      String fingerprint,
      String subject,
      String issuer,
      Instant notBefore,
      Instant notAfter) {}

  record Certificates(List<CertificateView> certificates) {}

  record TrustBody(@Size(max = 40) String thumbprint) {}

  @GetMapping("/api/equipment")
  EquipmentList all(Actor actor) {
    staff.require(actor);
    return new EquipmentList(views.lines(directory.all()));
  }

  @GetMapping("/api/equipment/{id}")
  EquipmentView one(@PathVariable EquipmentId id, Actor actor) {
    staff.require(actor);
    return views.whole(directory.require(id));
  }

  @GetMapping("/api/equipment/rejected-certificates")
  Certificates rejected(Actor actor) {
    staff.require(actor, Role.EQUIPMENT_ENGINEER);
    return new Certificates(
        certificates.rejected().stream()
            .map(
                c ->
                    new CertificateView(
                        c.thumbprint(),
                        c.fingerprint(),
                        c.subject(),
                        c.issuer(),
                        c.validFrom(),
                        c.validTo()))
            .toList());
  }

  @PostMapping("/api/equipment/trust")
  Certificates trust(@RequestBody TrustBody body, Actor actor) {
    staff.require(actor, Role.EQUIPMENT_ENGINEER);
    var thumbprint = body.thumbprint();
    if (!thumbprint.matches("[0-9A-Fa-f]{40}")) {
      throw new MesException(
          ErrorCode.INPUT_INVALID,
          "A thumbprint has 40 hexadecimal digits.",
          thumbprint,
          "the thumbprint of a rejected certificate",
          null);
    }
    certificates.trust(thumbprint, actor.id());
    return rejected(actor);
  }
}
