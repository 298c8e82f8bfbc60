package io.kizuna.record;

import io.kizuna.notary.Memory;
import io.kizuna.notary.Notary;
import io.kizuna.notary.NotaryServer;
import io.kizuna.notary.SigningKey;
import io.kizuna.testing.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database and a notary beside the server, behind its own door, as at a site. */
abstract class WithNotary implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private final Databases kind;

  WithNotary(Databases kind) {
    this.kind = kind;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String url = kind.url();
    try {
      Path folder = Files.createTempDirectory("notary");
      Path key = folder.resolve("notary.pem");
      var notary =
          new Notary(
              () -> DriverManager.getConnection(url, Databases.USER, Databases.PASSWORD),
              SigningKey.loadOrCreate(key, "test.example/trail"),
              Memory.open(folder),
              Clock.systemUTC(),
              null);
      Path token = Files.writeString(folder.resolve("token"), "secret\n");
      var server =
          NotaryServer.start(
              notary, "secret", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      context.addApplicationListener(
          event -> {
            if (event instanceof org.springframework.context.event.ContextClosedEvent) {
              server.close();
            }
          });
      TestPropertyValues.of(
              "spring.datasource.url=" + url,
              "spring.datasource.username=" + Databases.USER,
              "spring.datasource.password=" + Databases.PASSWORD,
              "kizuna.trail.notary.url=http://127.0.0.1:" + server.address().getPort(),
              "kizuna.trail.notary.token-file=" + token,
              "kizuna.trail.notary.key=" + SigningKey.vkey(key),
              "kizuna.trail.anchor.directory=" + folder.resolve("anchors"),
              "kizuna.trail.every=0s",
              "kizuna.trail.poll=200ms")
          .applyTo(context);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** H2, as in the first look. */
  static final class H2 extends WithNotary {
    H2() {
      super(Databases.H2);
    }
  }

  /** PostgreSQL, as at a site. */
  static final class PostgreSql extends WithNotary {
    PostgreSql() {
      super(Databases.POSTGRESQL);
    }
  }
}
