package io.kizuna.report.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
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
          .addModule(new SimpleModule().addSerializer(BigDecimal.class, new Plain()))
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private RecordJson() {}

  static String write(BatchRecord batchRecord) {
    return MAPPER.writeValueAsString(batchRecord);
  }

  static BatchRecord read(String json) {
    return MAPPER.readValue(json, BatchRecord.class);
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
}
