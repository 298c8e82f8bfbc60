package io.kizuna.workflows.engine;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.RecipeVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Plays the library: routes without content. */
class ShelfOfRecipes implements RecipeLibrary {

  private final Map<UUID, List<Diagram>> routes = new LinkedHashMap<>();

  /** Puts a recipe on the shelf; the first model is the procedure. */
  UUID put(BpmnModelInstance... models) {
    var diagrams = new ArrayList<Diagram>();
    for (var model : models) {
      var process = model.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class);
      String id = process.iterator().next().getId();
      diagrams.add(new Diagram(id, Text.same(id), Bpmn.convertToString(model), Map.of()));
    }
    return put(diagrams);
  }

  UUID put(List<Diagram> diagrams) {
    var id = Ids.next();
    routes.put(id, diagrams);
    return id;
  }

  @Override
  public List<RecipeVersion> versions() {
    return List.of();
  }

  @Override
  public Optional<RecipeVersion> effective(String product) {
    return Optional.empty();
  }

  @Override
  public RecipeVersion version(UUID id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MasterBatchRecord recipe(UUID id) {
    String procedure = diagrams(id).get(0).processId();
    return new MasterBatchRecord(
        "p", "1", Text.same("p"), procedure, List.of(), List.of(), List.of(), List.of());
  }

  @Override
  public List<Diagram> diagrams(UUID id) {
    var diagrams = routes.get(id);
    if (diagrams == null) throw new MesException(ErrorCode.RECIPE_UNKNOWN, "no recipe " + id);
    return diagrams;
  }

  @Override
  public byte[] packageZip(UUID id) {
    throw new UnsupportedOperationException();
  }
}
