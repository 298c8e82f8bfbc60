package io.kizuna;

import io.kizuna.kernel.RecordClock;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The composition root: the only class that sees every module. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class) // accounts are our own
@EnableScheduling
public class MesApplication {

  /** Starts the server; configuration in {@code application.yml} and its profiles. */
  public static void main(String[] args) {
    SpringApplication.run(MesApplication.class, args);
  }

  /** The server's own clock: sessions, challenges, locks. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The clock of the records; the demonstration brings its own. */
  @Bean
  @ConditionalOnMissingBean
  RecordClock recordClock(Clock clock) {
    return new RecordClock(clock);
  }
}
