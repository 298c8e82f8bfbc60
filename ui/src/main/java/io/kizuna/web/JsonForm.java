package io.kizuna.web;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamWriteFeature;

/**
 * The form of every answer: decimal numbers travel as text, because a JavaScript number would turn
 * 0.10 into 0.1, and what is not there is left out.
 */
@Configuration
class JsonForm {

  @Bean
  JsonMapperBuilderCustomizer decimalsAsTextAndNoNulls() {
    return builder ->
        builder
            .withConfigOverride(
                BigDecimal.class,
                o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .changeDefaultPropertyInclusion(
                i -> i.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}
