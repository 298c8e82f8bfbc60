package io.kizuna.recipe;

import io.kizuna.kernel.PersonId;

/** Inbound port: brings a recipe package into the library. */
public interface ImportRecipe {

  /**
   * Checks the package whole and stores it; the same package again changes nothing.
   *
   * @param zip the package; see docs/recipe-package.md.
   * @return the stored version, state {@code IMPORTED} if it is new.
   * @throws RecipeRejected with all faults at once.
   * @throws io.kizuna.kernel.MesException RECIPE_INVALID if the product already has this version
   *     with another content.
   */
  RecipeVersion importPackage(byte[] zip, PersonId by);
}
