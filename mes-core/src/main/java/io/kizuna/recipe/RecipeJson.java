package io.kizuna.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of a master batch record: how a version is stored and how a batch keeps its frozen
 * copy (R48). Reading what was written gives an equal record.
 */
public final class RecipeJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private RecipeJson() {}

  /** Writes {@code recipe}; the same record always gives the same text. */
  public static String write(MasterBatchRecord recipe) {
    return MAPPER.writeValueAsString(recipe);
  }

  /** Reads what {@link #write} wrote. */
  public static MasterBatchRecord read(String json) {
    return MAPPER.readValue(json, MasterBatchRecord.class);
  }
}
