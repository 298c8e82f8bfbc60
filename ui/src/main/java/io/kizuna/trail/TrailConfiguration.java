package io.kizuna.trail;

import io.kizuna.audit.Notary;
import io.kizuna.audit.SealTrail;
import io.kizuna.audit.TimeStamps;
import io.kizuna.kernel.RecordClock;
import io.kizuna.notary.VerifierKey;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Which notary and which authority: outside at a site, within in the demonstration. */
@Configuration
class TrailConfiguration {

  /** A distant authority answers within seconds or not at all. */
  private static final Duration STAMP_TIMEOUT = Duration.ofSeconds(15);

  @Bean
  @ConditionalOnProperty("kizuna.trail.notary.url")
  Notary outsideNotary(
      @Value("${kizuna.trail.notary.url}") URI url,
      @Value("${kizuna.trail.notary.token-file}") Path tokenFile,
      @Value("${kizuna.trail.notary.key}") Path keys)
      throws IOException {
    var trusted =
        Files.readAllLines(keys).stream()
            .filter(line -> !line.isBlank())
            .map(VerifierKey::parse)
            .toList();
    if (trusted.isEmpty()) throw new IllegalArgumentException("no key in " + keys);
    return new HttpNotary(url, tokenFile, trusted);
  }

  @Bean(destroyMethod = "close")
  @Profile("demonstration")
  EmbeddedNotary embeddedNotary(
      DataSource database, RecordClock clock, @Value("${kizuna.data}") Path data)
      throws IOException {
    return new EmbeddedNotary(
        database, data.resolve("notary"), "kizuna-demonstration/trail", clock.asClock());
  }

  @Bean
  @ConditionalOnProperty("kizuna.trail.stamp.url")
  TimeStamps timeStamps(
      @Value("${kizuna.trail.stamp.url}") URI url,
      @Value("${kizuna.trail.stamp.trust}") Path trust,
      Clock clock)
      throws IOException, CertificateException {
    try (var in = Files.newInputStream(trust)) {
      List<X509Certificate> trusted =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      return new TsaStamps(url, trusted, clock, STAMP_TIMEOUT);
    }
  }

  /** Health group {@code trail}; a trail that waits for its seal takes nobody from the work. */
  @Bean
  HealthIndicator sealingHealthIndicator(SealTrail sealing) {
    return () -> {
      var status = sealing.status();
      var health = status.isWell() ? Health.up() : Health.down();
      status.alarms().forEach(a -> health.withDetail(a.fault().name(), a.found()));
      return health.withDetail("waitingEvents", status.waitingEvents()).build();
    };
  }

  @Bean
  MeterBinder trailMeters(SealTrail sealing, Clock clock) {
    return registry -> {
      Gauge.builder("kizuna.trail.waiting.events", sealing, s -> s.status().waitingEvents())
          .description("events that no signed checkpoint covers yet")
          .register(registry);
      Gauge.builder("kizuna.trail.waiting", sealing, s -> waitingSeconds(s, clock))
          .description("how long the oldest of them waits")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("kizuna.trail.alarms", sealing, s -> s.status().alarms().size())
          .description("what is wrong with the sealing now")
          .register(registry);
    };
  }

  private static double waitingSeconds(SealTrail sealing, Clock clock) {
    var since = sealing.status().waitingSince();
    return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }
}
