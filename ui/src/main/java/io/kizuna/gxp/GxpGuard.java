package io.kizuna.gxp;

import io.kizuna.gxp.UnfitForUse.Finding;
import io.kizuna.seal.SealKeyFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to start a server that could lose, mix up or give away records of patients. */
@Configuration
class GxpGuard {

  /** Made when everything was found fit; there is no server without it. */
  record Fit() {}

  /** Before anything is opened or migrated: what the configuration alone shows. */
  @Bean
  static BeanFactoryPostProcessor fitConfiguration(Environment environment) {
    return beans -> {
      var findings = ofEnvironment(environment);
      if (!findings.isEmpty()) throw new UnfitForUse(findings);
    };
  }

  @Bean
  @Profile("gxp")
  @DependsOnDatabaseInitialization
  Fit fitStorage(DataSource database) throws SQLException {
    var findings = new ArrayList<Finding>();
    try (var connection = database.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      findings.addAll(StorageRules.ofProduct(product));
      if (StorageRules.isPostgres(product)) {
        findings.addAll(StorageRules.ofSettings(settings(connection)));
      }
      findings.addAll(ofPeople(connection));
    }
    if (!findings.isEmpty()) throw new UnfitForUse(findings);
    return new Fit();
  }

  private static List<Finding> ofEnvironment(Environment environment) {
    var findings = new ArrayList<Finding>();
    if (environment.getProperty("spring.datasource.url") == null) {
      findings.add(
          new Finding(
              "R79",
              "no spring.datasource.url: records would live in memory only",
              "a database, or the profile demonstration"));
    }
    if (!environment.acceptsProfiles(Profiles.of("gxp"))) return findings;
    if (environment.acceptsProfiles(Profiles.of("demonstration"))) {
      findings.add(
          new Finding(
              "R35", "the profile demonstration: people with a published password", "gxp alone"));
    }
    if (!environment.getProperty("server.servlet.session.cookie.secure", Boolean.class, false)) {
      findings.add(
          new Finding(
              "R34",
              "server.servlet.session.cookie.secure=false: a session travels unencrypted",
              "true, and TLS in front of the server"));
    }
    findings.addAll(TrailRules.of(environment));
    String seal = SealKeyFile.fault(environment.getProperty("kizuna.seal.key"));
    if (seal != null) {
      findings.add(
          new Finding(
              "R34",
              seal + ": records handed out could not be sealed",
              "kizuna.seal.key: an Ed25519 private key in a file only the server can read"));
    }
    return findings;
  }

  private static Map<String, String> settings(Connection connection) throws SQLException {
    var settings = new HashMap<String, String>();
    for (String name : StorageRules.SETTINGS) {
      try (var statement = connection.createStatement();
          var rs = statement.executeQuery("SHOW " + name)) {
        if (rs.next()) settings.put(name, rs.getString(1));
      }
    }
    return settings;
  }

  /** A database that once served a demonstration has logins everybody knows. */
  private static List<Finding> ofPeople(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rs =
            statement.executeQuery(
                "SELECT COUNT(*) FROM audit_event WHERE actor = 'system:first-look'")) {
      rs.next();
      if (rs.getInt(1) == 0) return List.of();
    }
    return List.of(
        new Finding("R35", "demonstration people in the database", "a database of its own"));
  }
}
