package io.kizuna.demonstration;

import io.kizuna.kernel.RecordClock;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;

/** Records follow the simulated plant's clock. */
@Configuration
@Profile("demonstration")
class DemonstrationConfiguration {

  @Bean
  SimulatorControl simulatorControl(
      @Value("${kizuna.demonstration.simulator:http://127.0.0.1:4841}") String url) {
    return new SimulatorControl(url);
  }

  @Bean
  Plant plant(Clock clock, SimulatorControl simulator) {
    return new Plant(new PlantClock(clock), simulator);
  }

  @Bean
  @Primary
  RecordClock plantRecordClock(Plant plant) {
    return new RecordClock(plant.clock());
  }

  @Bean
  io.kizuna.web.session.PlantSpeed plantSpeed(Plant plant) {
    return plant.clock()::speed;
  }

  /** Keeps in step with the simulator, also after one of the two was restarted. */
  static class Plant {

    private static final Logger log = LoggerFactory.getLogger(Plant.class);

    private final PlantClock clock;
    private final SimulatorControl simulator;
    private boolean heard = true;

    Plant(PlantClock clock, SimulatorControl simulator) {
      this.clock = clock;
      this.simulator = simulator;
      listen();
    }

    PlantClock clock() {
      return clock;
    }

    SimulatorControl simulator() {
      return simulator;
    }

    @Scheduled(fixedDelay = 1000)
    final void listen() {
      try {
        clock.follow(simulator.clock());
        heard = true;
      } catch (RuntimeException e) {
        if (heard) log.warn("the simulator does not answer; its clock is continued");
        heard = false;
      }
    }
  }
}
