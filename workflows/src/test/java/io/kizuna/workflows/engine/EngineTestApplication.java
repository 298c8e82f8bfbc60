package io.kizuna.workflows.engine;

import io.kizuna.kernel.RecordClock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The engine with core's ports played by hand: what is tested here is the engine alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan("io.kizuna.workflows")
class EngineTestApplication {

  @Bean
  MovableClock movableClock() {
    return new MovableClock();
  }

  @Bean
  RecordClock recordClock(MovableClock clock) {
    return new RecordClock(clock);
  }

  @Bean
  RecordedRoute recordedRoute() {
    return new RecordedRoute();
  }

  @Bean
  PlayedEquipment playedEquipment() {
    return new PlayedEquipment();
  }

  @Bean
  ShelfOfRecipes shelfOfRecipes() {
    return new ShelfOfRecipes();
  }
}
