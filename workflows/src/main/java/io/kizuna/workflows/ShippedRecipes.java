package io.kizuna.workflows;

import io.kizuna.workflows.recipe.ShippedFolder;
import java.util.List;

/** The recipe packages this release brings along, for the demonstration and as an example. */
public final class ShippedRecipes {

  private ShippedRecipes() {}

  /** Each package as a zip, ready for {@code ImportRecipe}. */
  public static List<byte[]> zips() {
    return ShippedFolder.all();
  }
}
