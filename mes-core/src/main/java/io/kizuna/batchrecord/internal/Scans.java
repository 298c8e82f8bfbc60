package io.kizuna.batchrecord.internal;

import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.identity.Label;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.material.Lots;
import io.kizuna.recipe.Source;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Judges scanned codes on the server; the page only transports them. */
@Component
class Scans {

  private final Lots lots;
  private final AutomaticValues recorded;
  private final EquipmentDirectory equipment;
  private final RecordClock clock;

  Scans(Lots lots, AutomaticValues recorded, EquipmentDirectory equipment, RecordClock clock) {
    this.lots = lots;
    this.recorded = recorded;
    this.equipment = equipment;
    this.clock = clock;
  }

  /**
   * @return what is known about the scanned thing.
   * @throws MesException LOT_NOT_USABLE, EQUIPMENT_UNKNOWN, EQUIPMENT_STATE, IDENTITY_MISMATCH or
   *     VALUE_UNAVAILABLE.
   */
  Map<String, String> check(StepContext ctx, Source.Scan scan, String code) {
    String earlier = scan.sameAs();
    if (earlier != null) same(ctx, earlier, code);
    return switch (scan.of()) {
      case LOT -> lot(scan, code);
      case EQUIPMENT -> unit(ctx, scan, code);
      case LABEL -> label(ctx, code);
      case PATIENT -> patient(ctx, code);
      case FREE -> Map.of();
    };
  }

  private Map<String, String> lot(Source.Scan scan, String code) {
    String material = scan.material();
    if (material == null) return Map.of();
    var lot = lots.usable(code, material);
    return Map.of("material", lot.material(), "expiresAt", lot.expiresAt().toString());
  }

  private Map<String, String> unit(StepContext ctx, Source.Scan scan, String code) {
    String role = scan.equipment();
    if (role == null) return Map.of();
    var bound = ctx.batch().equipment(role);
    if (!bound.value().equals(code)) {
      throw new MesException(
          ErrorCode.EQUIPMENT_UNKNOWN,
          "The scanned unit must be the one bound to this batch.",
          code,
          bound.value(),
          "PLANNER");
    }
    var unit = equipment.byId(bound).orElseThrow();
    LocalDate due = unit.calibrationDue();
    if (due == null) return Map.of();
    if (clock.now().atOffset(ZoneOffset.UTC).toLocalDate().isAfter(due)) {
      throw new MesException(
          ErrorCode.EQUIPMENT_STATE,
          "Equipment whose calibration is overdue cannot be used.",
          due.toString(),
          "a calibration that is not overdue",
          "EQUIPMENT_ENGINEER");
    }
    return Map.of("calibrationDue", due.toString());
  }

  /**
   * What was issued is what is used: a second lot on the bench is found here, not in the review.
   */
  private void same(StepContext ctx, String earlier, String code) {
    int dot = earlier.lastIndexOf('.');
    var before =
        new Source.Previous(
            earlier.substring(0, dot), earlier.substring(dot + 1), Source.Previous.Occurrence.LAST);
    String expected = recorded.find(ctx, before, Map.of()).value();
    if (!expected.equals(code)) {
      throw new MesException(
          ErrorCode.IDENTITY_MISMATCH,
          "The code must be the one scanned in the earlier step.",
          code,
          expected,
          "QA");
    }
  }

  private static Map<String, String> patient(StepContext ctx, String code) {
    if (!ctx.batch().patientToken().equals(code)) {
      throw new MesException(
          ErrorCode.IDENTITY_MISMATCH,
          "The patient token must be the one of the order.",
          code,
          ctx.batch().patientToken(),
          "QA");
    }
    return Map.of();
  }

  private static Map<String, String> label(StepContext ctx, String code) {
    var coi = ctx.batch().identity().coi();
    boolean own = Label.parse(code).filter(l -> l.coi().equals(coi)).isPresent();
    if (!own) {
      throw new MesException(
          ErrorCode.IDENTITY_MISMATCH,
          "The label must carry the identity of this batch.",
          code,
          coi + "/...",
          "QA");
    }
    return Map.of("coi", coi.value());
  }
}
