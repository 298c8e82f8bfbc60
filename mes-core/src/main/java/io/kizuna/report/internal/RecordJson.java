package io.kizuna.report.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.kizuna.recipe.Source;
import io.kizuna.report.BatchRecord;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The JSON form of the record: decimals as text, nothing for what is missing. */
final class RecordJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(Source.class, SourceKinds.class)
          .addModule(new SimpleModule().addSerializer(BigDecimal.class, new Plain()))
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private RecordJson() {}

  static String write(BatchRecord batchRecord) {
    return MAPPER.writeValueAsString(batchRecord);
  }

  /** A JavaScript number would turn 0.10 into 0.1 in a signed record. */
  private static final class Plain extends StdSerializer<BigDecimal> {

    Plain() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toPlainString());
    }
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
