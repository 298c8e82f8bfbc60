package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import io.kizuna.personnel.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One signed line of the batch record.
 *
 * @param id BPMN user-task id, for example {@code user_add_vector}; never changes once released.
 * @param number the number people use, for example {@code 5.2.2}.
 * @param operation the operation (ISA-88) the step belongs to.
 * @param instructions one sentence each, in order.
 * @param performer the role that may do it.
 * @param verification whether a second person checks it.
 * @param signature the meaning the performer signs with; null where the log-in is enough.
 * @param identityScans containers whose identity must be scanned before anything is recorded.
 * @param equipment roles of the equipment used.
 * @param liveTags tags shown beside the step while it is done.
 * @param routing routing booleans for the engine: name to a boolean formula over this step's
 *     parameters.
 */
public record Step(
    String id,
    String number,
    Text operation,
    Text title,
    List<Text> instructions,
    @Nullable Text caution,
    Role performer,
    Verification verification,
    @Nullable SignatureMeaning signature,
    List<IdentityScan> identityScans,
    List<String> equipment,
    List<Parameter> parameters,
    List<TagReference> liveTags,
    Map<String, String> routing) {

  /** Whether and how a second person checks the step (F13, R12). */
  public enum Verification {
    NONE,
    /** The verifier sees what was recorded and signs that it is right. */
    VERIFY,
    /** The verifier enters the critical values again without seeing the first ones. */
    BLIND_SECOND_ENTRY
  }

  /** The controlled list of meanings (R22); nobody types one. */
  public enum SignatureMeaning {
    PERFORMED,
    VERIFIED,
    REVIEWED,
    APPROVED,
    RELEASED,
    REJECTED,
    CORRECTED
  }

  /**
   * A container that must be scanned and must belong to this batch (R58).
   *
   * @param id name in this step, for example {@code culture_bag}.
   * @param container kind of container whose label is expected, for example {@code culture-bag}.
   */
  public record IdentityScan(String id, Text name, String container) {}

  /**
   * A tag of the equipment in a role.
   *
   * @param equipment role of the equipment.
   * @param tag tag name without the equipment, for example {@code T_PV}.
   */
  public record TagReference(String equipment, String tag) {}

  /** The parameter whose id is {@code parameterId}. */
  public Optional<Parameter> parameter(String parameterId) {
    return parameters.stream().filter(p -> p.id().equals(parameterId)).findFirst();
  }
}
