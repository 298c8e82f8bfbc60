package io.kizuna.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kizuna.batchrecord.EvaluateStep;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.material.Lot;
import io.kizuna.material.Lots;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** R58: what is scanned belongs to this patient, and what was issued is what is used. */
abstract class ScannedCodesContract extends ServerContract {

  private static final String CONFIRM = "up-receipt.user_confirm_order";
  private static final String ADD = "up-transduction.user_add_vector";
  private static final String OTHER_LOT = "LV-2611-99";
  private static final Map<String, Map<String, String>> THAT_FIT_TOGETHER =
      Map.of(
          "up-receipt.user_reserve_slot",
          Map.of("labels_printed", "12", "labels_used", "10", "labels_destroyed", "2"),
          "up-receipt.user_inspect_bag",
          Map.of("gross_weight", "64.3", "tare_weight", "21.8"),
          "up-receipt.user_evaluate_apheresis",
          Map.of("tnc", "5.60", "cd3", "46.0", "viability", "88.0", "haematocrit", "2.1"),
          "up-transduction.user_issue_vector",
          Map.of("vials", "4"),
          "up-transduction.user_thaw_vector",
          Map.of("vials_thawed", "4"),
          "up-transduction.user_count_before_addition",
          Map.of("vcd", "1.6", "viability", "94.0", "culture_volume", "150"),
          "up-transduction.user_compute_vector_volume",
          Map.of("moi", "3.0"));
  private static final PersonId TANAKA = new PersonId("tanaka");

  @Autowired EvaluateStep evaluate;
  @Autowired Lots lots;

  @Test
  void orderFormOfAnotherPatientIsRefused() {
    BatchId batch = bench.order();
    assertThat(refusal(batch, CONFIRM, Map.of("patient_token", "PT-0002")))
        .contains("patient_token " + ErrorCode.IDENTITY_MISMATCH.id);
    bench.work(batch, CONFIRM);
  }

  // The second lot is released and of the right material: only the earlier scan tells it is wrong.
  @Test
  void lotThatWasNotIssuedIsRefused() {
    if (lots.find(OTHER_LOT).isEmpty()) {
      var titre = Map.of("titre", "2.5", "fill_volume", "1.0");
      lots.add(
          new Lot(
              OTHER_LOT,
              "lv-vector",
              Lot.Status.RELEASED,
              Instant.parse("2030-01-01T00:00:00Z"),
              titre),
          TANAKA);
    }
    BatchId batch = bench.order();
    bench.workUntil(batch, ADD, THAT_FIT_TOGETHER);
    assertThat(refusal(batch, ADD, Map.of("vial_lot", OTHER_LOT)))
        .contains("vial_lot " + ErrorCode.IDENTITY_MISMATCH.id);
    assertThat(refusal(batch, ADD, Map.of()))
        .doesNotContain("vial_lot " + ErrorCode.IDENTITY_MISMATCH.id);
  }

  private List<String> refusal(BatchId batch, String key, Map<String, String> changes) {
    bench.scan(batch, key, TANAKA);
    var draft = bench.draft(batch, key, TANAKA, changes, Map.of());
    var refused =
        catchThrowableOfType(MesException.class, () -> evaluate.challengePerform(draft, false));
    return refused.fieldFaults().stream().map(f -> f.field() + " " + f.code().id).toList();
  }
}
