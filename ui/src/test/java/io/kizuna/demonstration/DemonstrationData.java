package io.kizuna.demonstration;

import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;

/**
 * The people and master data of the first look without its clock and devices. Imported by tests and
 * found by nothing else: no profile of the product has these known passwords without being the
 * demonstration.
 */
public class DemonstrationData {

  @Bean
  ApplicationRunner seedDemonstration(AutowireCapableBeanFactory beans) {
    return beans.createBean(FirstLook.class);
  }
}
