package io.kizuna.batch.internal;

import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Frozen recipes already read, by the hash of the version they are copies of. */
@Component
class ControlRecipes {

  /** A site runs a handful of versions at a time; each takes some hundred kilobytes. */
  private static final int MOST = 64;

  private final Map<String, MasterBatchRecord> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MasterBatchRecord> eldest) {
          return size() > MOST;
        }
      };

  synchronized MasterBatchRecord of(String hash, String json) {
    return read.computeIfAbsent(hash, h -> RecipeJson.read(json));
  }
}
