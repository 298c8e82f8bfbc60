package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Inbound port: the recipe versions this site holds. */
public interface RecipeLibrary {

  /** All versions, latest import first. */
  List<RecipeVersion> versions();

  /** The version new batches of {@code product} are made from. */
  Optional<RecipeVersion> effective(String product);

  /**
   * @throws io.kizuna.kernel.MesException RECIPE_UNKNOWN.
   */
  RecipeVersion version(UUID id);

  /**
   * The master batch record of a version.
   *
   * @throws io.kizuna.kernel.MesException RECIPE_UNKNOWN.
   */
  MasterBatchRecord recipe(UUID id);

  /**
   * The routes of a version: the procedure first, then its unit procedures in order.
   *
   * @throws io.kizuna.kernel.MesException RECIPE_UNKNOWN.
   */
  List<Diagram> diagrams(UUID id);

  /**
   * The package exactly as it was imported.
   *
   * @throws io.kizuna.kernel.MesException RECIPE_UNKNOWN.
   */
  byte[] packageZip(UUID id);

  /**
   * One BPMN file.
   *
   * @param processId BPMN process id, for example {@code up-expansion}.
   * @param elementNames BPMN element id to its name, for every named element.
   */
  record Diagram(String processId, Text title, String bpmnXml, Map<String, Text> elementNames) {}
}
