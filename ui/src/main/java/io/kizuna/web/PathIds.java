package io.kizuna.web;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.StepKey;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads typed ids from paths. */
@Configuration
class PathIds implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, BatchId.class, BatchId::valueOf);
    registry.addConverter(String.class, StepKey.class, StepKey::valueOf);
    registry.addConverter(String.class, EquipmentId.class, EquipmentId::new);
  }
}
