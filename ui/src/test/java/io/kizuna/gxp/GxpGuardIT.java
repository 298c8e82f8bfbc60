package io.kizuna.gxp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kizuna.MesApplication;
import io.kizuna.gxp.UnfitForUse.Finding;
import io.kizuna.notary.SigningKey;
import io.kizuna.testing.Databases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** R35, R79: the whole application is started, wrongly, and says what is wrong. */
class GxpGuardIT {

  /** A notary and anchors as a site has them; nobody asks them before the server is fit. */
  private static final List<String> TRAIL =
      List.of(
          "kizuna.trail.notary.url=http://127.0.0.1:9",
          "kizuna.trail.notary.key=" + publicKey(),
          "kizuna.trail.notary.token-file=pom.xml",
          "kizuna.trail.anchor.directory=target/anchors");

  private static Path publicKey() {
    Path key = Path.of("target/gxp/notary.pem");
    try {
      SigningKey.loadOrCreate(key, "site.example/trail");
      return SigningKey.vkey(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Finding> refusal(String profiles, String... properties) {
    var all = new ArrayList<>(List.of(properties));
    all.addAll(
        List.of(
            "spring.profiles.active=" + profiles,
            "server.port=0",
            "kizuna.data=target/gxp",
            "kizuna.equipment.pki=target/pki",
            "spring.main.log-startup-info=false"));
    if (profiles.startsWith("gxp")) {
      TRAIL.stream()
          .filter(t -> all.stream().noneMatch(p -> p.startsWith(t.substring(0, t.indexOf('=')))))
          .forEach(all::add);
    }
    if (all.stream().noneMatch(p -> p.startsWith("kizuna.seal.key="))) {
      all.add("kizuna.seal.key=" + sealKey());
    }
    var failure =
        catchThrowable(
            () ->
                new SpringApplicationBuilder(MesApplication.class)
                    .run(all.stream().map(p -> "--" + p).toArray(String[]::new))
                    .close());
    var unfit =
        Stream.iterate(failure, t -> t != null, Throwable::getCause)
            .filter(UnfitForUse.class::isInstance)
            .map(UnfitForUse.class::cast)
            .findFirst();
    assertThat(unfit).as("refused, not %s", failure).isPresent();
    return unfit.get().findings();
  }

  /** As {@code openssl genpkey -algorithm ed25519} makes it, for its owner only. */
  private static Path sealKey() {
    try {
      Path file = Files.createTempFile("seal", ".pem"); // mode 600
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      String encoded = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
      return Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  // R34: a record handed out by a site must be sealed by that site, not by whoever reads the key.
  @Test
  void missingOrReadableSealKeyIsRefused() throws IOException {
    var none = new ArrayList<>(List.of(database(Databases.H2.url())));
    none.add("kizuna.seal.key=target/no-such.pem");
    assertThat(refusal("gxp", none.toArray(String[]::new)))
        .extracting(Finding::requirement)
        .containsExactly("R34");
    Path open = sealKey();
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    var readable = new ArrayList<>(List.of(database(Databases.H2.url())));
    readable.add("kizuna.seal.key=" + open);
    assertThat(refusal("gxp", readable.toArray(String[]::new)))
        .singleElement()
        .satisfies(f -> assertThat(f.found()).contains("can be read by others"));
  }

  private static String[] database(String url) {
    return new String[] {
      "spring.datasource.url=" + url,
      "spring.datasource.username=" + Databases.USER,
      "spring.datasource.password=" + Databases.PASSWORD
    };
  }

  @Test
  void h2IsRefused() {
    assertThat(refusal("gxp", database(Databases.H2.url())))
        .containsExactly(new Finding("R79", "the database H2", "PostgreSQL"));
  }

  @Test
  void demonstrationBesideGxpIsRefused() {
    assertThat(refusal("gxp,demonstration", database(Databases.H2.url())))
        .extracting(Finding::requirement)
        .containsExactly("R35");
  }

  // Without a database of its own a server would answer from memory, and forget.
  @Test
  void serverWithoutADatabaseIsRefused() {
    assertThat(refusal("default"))
        .singleElement()
        .satisfies(f -> assertThat(f.found()).contains("in memory"));
  }

  /** One thing that is wrong with an otherwise safe PostgreSQL. */
  enum Unsafe {
    FSYNC("fsync"),
    SYNCHRONOUS_COMMIT("synchronous_commit"),
    FULL_PAGE_WRITES("full_page_writes");

    final String setting;

    Unsafe(String setting) {
      this.setting = setting;
    }
  }

  // The server of the tests is made without checksums, so that finding is always there as well.
  @ParameterizedTest
  @EnumSource
  void unsafePostgresqlIsRefusedAndTheSettingNamed(Unsafe unsafe) throws IOException {
    postgres(
        unsafe,
        url ->
            assertThat(refusal("gxp", database(url)))
                .extracting(Finding::found)
                .containsExactlyInAnyOrder(unsafe.setting + "=off", "data_checksums=off"));
  }

  // R34: without it a session's cookie would travel unencrypted if somebody typed http.
  @Test
  void insecureCookieIsRefused() {
    var properties = new ArrayList<>(List.of(database(Databases.H2.url())));
    properties.add("server.servlet.session.cookie.secure=false");
    assertThat(refusal("gxp", properties.toArray(String[]::new)))
        .extracting(Finding::requirement)
        .containsExactly("R34");
  }

  // R06, T01: a server that keeps its own seal can rewrite its own trail.
  @Test
  void serverWithoutANotaryAndAnchorsIsRefusedAndEachIsNamed() {
    var found =
        TrailRules.of(new org.springframework.mock.env.MockEnvironment()).stream()
            .map(Finding::found)
            .toList();
    assertThat(found)
        .containsExactly(
            "no kizuna.trail.notary.url",
            "no kizuna.trail.notary.key",
            "no kizuna.trail.notary.token-file",
            "no kizuna.trail.anchor.directory");
    var properties = new ArrayList<>(List.of(database(Databases.H2.url())));
    properties.add("kizuna.trail.notary.key=target/nothing.vkey");
    assertThat(refusal("gxp", properties.toArray(String[]::new)))
        .extracting(Finding::found)
        .containsExactly("kizuna.trail.notary.key=target/nothing.vkey, not readable");
  }

  // A database that once was a demonstration has logins everybody knows.
  @Test
  void demonstrationPeopleInTheDatabaseAreRefused() throws IOException {
    postgres(
        null,
        url -> {
          try (var server = started(url)) {
            server
                .getBean(JdbcTemplate.class)
                .update(
                    """
                    INSERT INTO audit_event (chain_id, seq, event_id, recorded_at, actor, action,
                      entity, entity_id, body, prev_hash, hash, algorithm)
                    VALUES ('site', 1000, gen_random_uuid(), now(), 'system:first-look', 'person.added',
                      'person', 'tanaka', '{}', '0', '0', 'x')
                    """);
          }
          assertThat(refusal("gxp", database(url)))
              .extracting(Finding::requirement)
              .containsExactlyInAnyOrder("R35", "R79"); // R79: no checksums, as above
        });
  }

  private static void postgres(
      @org.jspecify.annotations.Nullable Unsafe unsafe, Consumer<String> test) throws IOException {
    var builder = EmbeddedPostgres.builder();
    for (var u : Unsafe.values()) {
      builder.setServerConfig(u.setting, u == unsafe ? "off" : "on");
    }
    try (var server = builder.start()) {
      test.accept(server.getJdbcUrl(Databases.USER, "postgres"));
    }
  }

  /** A server that is neither a demonstration nor for records of patients. */
  private static ConfigurableApplicationContext started(String url) {
    return new SpringApplicationBuilder(MesApplication.class)
        .run(
            Stream.concat(
                    Stream.of(database(url)),
                    Stream.of("server.port=0", "kizuna.equipment.pki=target/pki"))
                .map(p -> "--" + p)
                .toArray(String[]::new));
  }

  // R35: a fresh site has nobody, and no password opens it.
  @ParameterizedTest
  @EnumSource
  void freshDatabaseHasNoPeopleOutsideTheDemonstration(Databases db) {
    try (var server = started(db.url())) {
      var jdbc = server.getBean(JdbcTemplate.class);
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM person", Integer.class)).isZero();
      assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM credential", Integer.class)).isZero();
    }
  }
}
