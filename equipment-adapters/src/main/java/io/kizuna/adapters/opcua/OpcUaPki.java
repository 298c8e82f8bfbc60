package io.kizuna.adapters.opcua;

import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.EquipmentConnections.RejectedCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.DefaultClientCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.FileBasedTrustListManager;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.eclipse.milo.opcua.stack.core.util.validation.ValidationCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Own certificate and trust lists in one directory: {@code own.p12}, {@code own.der}, {@code
 * trusted/}, {@code issuers/}, {@code crl/}, {@code rejected/}. A certificate is trusted only
 * because somebody put it into {@code trusted} or called {@link #trust}.
 */
public final class OpcUaPki implements AutoCloseable {

  /** Must equal the URI in our certificate, or servers refuse us. */
  static final String APPLICATION_URI = "urn:kizuna:mes";

  private static final Logger log = LoggerFactory.getLogger(OpcUaPki.class);
  private static final String ALIAS = "own";

  /** Protects against accidents only: the permissions of the file protect the key. */
  private static final char[] STORE_PASSWORD = "kizuna".toCharArray();

  private static final int CERTIFICATE_BYTES_MAX = 64 * 1024;

  /** Host names are not compared: the certificate itself is trusted, addresses change (NAT). */
  private static final Set<ValidationCheck> CHECKS =
      Set.of(ValidationCheck.VALIDITY, ValidationCheck.APPLICATION_URI);

  private final Path trusted;
  private final KeyPair keyPair;
  private final X509Certificate[] chain;
  private final FileBasedTrustListManager trustList;
  private final FileBasedCertificateQuarantine quarantine;
  private final DefaultClientCertificateValidator validator;

  private OpcUaPki(
      Path trusted,
      KeyPair keyPair,
      X509Certificate[] chain,
      FileBasedTrustListManager trustList,
      FileBasedCertificateQuarantine quarantine) {
    this.trusted = trusted;
    this.keyPair = keyPair;
    this.chain = chain;
    this.trustList = trustList;
    this.quarantine = quarantine;
    this.validator = new DefaultClientCertificateValidator(trustList, CHECKS, quarantine);
  }

  /** Opens the directory and makes what is missing in it, an own certificate included. */
  public static OpcUaPki open(Path dir) {
    if (Security.getProvider(BouncyCastleProvider.PROVIDER_NAME) == null) {
      Security.addProvider(new BouncyCastleProvider());
    }
    try {
      var trusted = Files.createDirectories(dir.resolve("trusted"));
      var issuers = Files.createDirectories(dir.resolve("issuers"));
      var rejected = Files.createDirectories(dir.resolve("rejected"));
      var trustedCrl = Files.createDirectories(dir.resolve("crl").resolve("trusted"));
      var issuersCrl = Files.createDirectories(dir.resolve("crl").resolve("issuers"));
      var store = keyStore(dir.resolve("own.p12"));
      var chain =
          Arrays.stream(store.getCertificateChain(ALIAS))
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new);
      var keys =
          new KeyPair(chain[0].getPublicKey(), (PrivateKey) store.getKey(ALIAS, STORE_PASSWORD));
      Files.write(dir.resolve("own.der"), chain[0].getEncoded()); // for the devices' trust lists
      var trustList = new FileBasedTrustListManager(issuers, issuersCrl, trusted, trustedCrl);
      trustList.initialize();
      return new OpcUaPki(
          trusted, keys, chain, trustList, FileBasedCertificateQuarantine.create(rejected));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("own certificate in " + dir, e);
    }
  }

  private static KeyStore keyStore(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    if (Files.exists(file)) {
      try (var in = Files.newInputStream(file)) {
        store.load(in, STORE_PASSWORD);
      }
      return store;
    }
    store.load(null, STORE_PASSWORD);
    var keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    store.setKeyEntry(
        ALIAS, keys.getPrivate(), STORE_PASSWORD, new X509Certificate[] {certificate(keys)});
    var next = file.resolveSibling("own.p12.new");
    Files.deleteIfExists(next);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(next, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    try (var out = Files.newOutputStream(next)) {
      store.store(out, STORE_PASSWORD);
    }
    Files.move(next, file);
    return store;
  }

  private static X509Certificate certificate(KeyPair keys) {
    try {
      return new SelfSignedCertificateBuilder(keys)
          .setCommonName("Kizuna MES")
          .setOrganization("Kizuna")
          .setApplicationUri(APPLICATION_URI)
          .addDnsName("localhost")
          .addIpAddress("127.0.0.1")
          .setValidityPeriod(Period.ofYears(10))
          .build();
    } catch (Exception e) { // the builder declares no narrower type
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  /**
   * Checks what a server showed before any session is tried; the unknown goes to quarantine.
   *
   * @throws LinkFailure with state UNTRUSTED.
   */
  void check(X509Certificate server, String applicationUri) throws LinkFailure {
    readTrusted();
    try {
      validator.validateCertificateChain(List.of(server), applicationUri, null);
    } catch (UaException e) {
      boolean known = trustList.getTrustedCertificates().contains(server);
      var reason =
          known
              ? "certificate refused: " + LinkFailure.name(e.getStatusCode())
              : "certificate not trusted yet";
      throw LinkFailure.untrusted(reason, shown(server), e);
    }
  }

  void configure(OpcUaClientConfigBuilder config) {
    config
        .setApplicationUri(APPLICATION_URI)
        .setKeyPair(keyPair)
        .setCertificate(chain[0])
        .setCertificateChain(chain)
        .setCertificateValidator(validator);
  }

  List<RejectedCertificate> rejected() {
    return quarantine.getRejectedCertificates().stream()
        .filter(c -> !trustList.getTrustedCertificates().contains(c))
        .map(
            c ->
                new RejectedCertificate(
                    digest("SHA-1", c),
                    digest("SHA-256", c),
                    c.getSubjectX500Principal().getName(),
                    c.getIssuerX500Principal().getName(),
                    c.getNotBefore().toInstant(),
                    c.getNotAfter().toInstant()))
        .distinct()
        .toList();
  }

  /**
   * @return false if no rejected certificate has this thumbprint.
   */
  boolean trust(String thumbprint) {
    for (var certificate : quarantine.getRejectedCertificates()) {
      if (digest("SHA-1", certificate).equalsIgnoreCase(thumbprint)) {
        trustList.addTrustedCertificate(certificate);
        quarantine.removeRejectedCertificate(certificate);
        log.info("trusted from now on: {}", certificate.getSubjectX500Principal());
        return true;
      }
    }
    return false;
  }

  /** Files put into {@code trusted} by hand count at the next attempt, without a restart. */
  private void readTrusted() {
    try (var files = Files.list(trusted)) {
      files.filter(Files::isRegularFile).forEach(this::readTrusted);
    } catch (IOException e) {
      log.warn("trusted certificates are not readable: {}", e.getMessage());
    }
  }

  private void readTrusted(Path file) {
    try {
      if (Files.size(file) > CERTIFICATE_BYTES_MAX) return;
      try (var in = Files.newInputStream(file)) {
        var certificate =
            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        if (!trustList.getTrustedCertificates().contains(certificate)) {
          trustList.addTrustedCertificate(certificate);
        }
      }
    } catch (IOException | CertificateException e) {
      log.warn("{} is not a certificate: {}", file.getFileName(), e.getMessage());
    }
  }

  static Certificate shown(X509Certificate certificate) {
    return new Certificate(
        digest("SHA-1", certificate), certificate.getSubjectX500Principal().getName());
  }

  private static String digest(String algorithm, X509Certificate certificate) {
    try {
      var bytes = MessageDigest.getInstance(algorithm).digest(certificate.getEncoded());
      return HexFormat.of().formatHex(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      trustList.close();
    } catch (IOException e) {
      log.debug("trust list: {}", e.getMessage());
    }
  }
}
