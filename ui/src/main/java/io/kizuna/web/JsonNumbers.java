package io.kizuna.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Decimal numbers travel as text: a JavaScript number would turn 0.10 into 0.1. */
@Configuration
class JsonNumbers {

  @Bean
  JsonMapperBuilderCustomizer decimalsAsText() {
    return builder ->
        builder.withConfigOverride(
            BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
  }
}
