package io.kizuna.recipe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of a master batch record: how a version is stored and how a batch keeps its frozen
 * copy (R48). Reading what was written gives an equal record.
 */
public final class RecipeJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Source.class, SourceKinds.class)
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

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Source.Manual.class, name = "MANUAL"),
    @JsonSubTypes.Type(value = Source.Scan.class, name = "SCAN"),
    @JsonSubTypes.Type(value = Source.Formula.class, name = "FORMULA"),
    @JsonSubTypes.Type(value = Source.Tag.class, name = "TAG"),
    @JsonSubTypes.Type(value = Source.Window.class, name = "WINDOW"),
    @JsonSubTypes.Type(value = Source.Previous.class, name = "PREVIOUS"),
    @JsonSubTypes.Type(value = Source.Certificate.class, name = "CERTIFICATE")
  })
  private interface SourceKinds {}
}
