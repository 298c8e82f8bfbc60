package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.recipe.RecipeJson;
import io.kizuna.recipe.RecipeRejected;
import io.kizuna.workflows.ShippedRecipes;
import org.junit.jupiter.api.Test;

class ShippedRecipesTest {

  @Test
  void everyShippedRecipeIsWithoutFault() {
    assertThat(ShippedRecipes.zips()).isNotEmpty();
    for (byte[] zip : ShippedRecipes.zips()) {
      try {
        var checked = new RecipeChecker().check(zip);
        assertThat(RecipeJson.read(RecipeJson.write(checked.recipe()))).isEqualTo(checked.recipe());
        assertThat(new RecipeChecker().check(zip).hash()).isEqualTo(checked.hash()).hasSize(64);
      } catch (RecipeRejected e) {
        assertThat(e.faults()).isEmpty();
      }
    }
  }
}
