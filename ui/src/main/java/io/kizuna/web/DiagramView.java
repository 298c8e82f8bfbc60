package io.kizuna.web;

import io.kizuna.kernel.Text;
import io.kizuna.recipe.RecipeLibrary;
import java.util.List;
import java.util.UUID;

/** One process of a recipe, to be drawn. */
public record DiagramView(String processId, Text title, String bpmnXml) {

  /** All processes of a version, the procedure first. */
  public static List<DiagramView> of(RecipeLibrary library, UUID version) {
    return library.diagrams(version).stream()
        .map(d -> new DiagramView(d.processId(), d.title(), d.bpmnXml()))
        .toList();
  }
}
