package io.kizuna.batch.internal;

import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeJson;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Frozen recipes already read, by the hash of the version they are copies of. A recipe is by far
 * the largest column of a batch, so it is fetched only when it is not known yet.
 */
@Component
class ControlRecipes {

  /** A site runs a handful of versions at a time; each takes some hundred kilobytes. */
  private static final int MOST = 64;

  private final Kept<String, MasterBatchRecord> read = new Kept<>(MOST);

  private final JdbcClient jdbc;

  ControlRecipes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  MasterBatchRecord of(String hash, UUID batch) {
    var known = read.get(hash);
    if (known != null) return known;
    String json =
        jdbc.sql("SELECT control_recipe FROM batch WHERE id = ?")
            .param(batch)
            .query(String.class)
            .single();
    var recipe = RecipeJson.read(json);
    read.put(hash, recipe);
    return recipe;
  }
}
