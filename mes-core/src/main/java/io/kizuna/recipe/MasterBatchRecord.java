package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Optional;

/**
 * How one product is made: the approved master that every batch of it is an exact copy of (R46-48).
 *
 * <p>ISA-88: this is the procedure; its unit procedures hold steps. Routing between the steps lives
 * in the BPMN files of the same package and is known here only by process id.
 *
 * @param product product code, for example {@code car-t-lv}.
 * @param version version of this master, for example {@code 1.0}.
 * @param procedure BPMN process id of the procedure, for example {@code proc-car-t-lv}.
 * @param languages languages every text of this master exists in.
 * @param equipment the equipment the procedure needs, by role.
 * @param materials bill of materials.
 * @param unitProcedures in the order in which they stand in the procedure.
 */
public record MasterBatchRecord(
    String product,
    String version,
    Text name,
    String procedure,
    List<String> languages,
    List<EquipmentRequirement> equipment,
    List<MaterialRequirement> materials,
    List<UnitProcedure> unitProcedures) {

  /**
   * A unit the procedure needs; the order binds it to one piece of equipment of that class.
   *
   * @param role name used in steps and commands, for example {@code bioreactor}.
   * @param equipmentClass for example {@code rocking-bioreactor}.
   */
  public record EquipmentRequirement(String role, String equipmentClass, Text name) {}

  /**
   * A material the procedure consumes.
   *
   * @param id material definition, for example {@code lv-vector}.
   * @param attributes what its certificate must state, for example {@code titre}.
   */
  public record MaterialRequirement(String id, Text name, List<String> attributes) {}

  /** The unit procedure with this BPMN process id. */
  public Optional<UnitProcedure> unitProcedure(String id) {
    return unitProcedures.stream().filter(u -> u.id().equals(id)).findFirst();
  }

  /** The step {@code stepId} of the unit procedure {@code unitProcedureId}. */
  public Optional<Step> step(String unitProcedureId, String stepId) {
    return unitProcedure(unitProcedureId)
        .flatMap(u -> u.steps().stream().filter(s -> s.id().equals(stepId)).findFirst());
  }
}
