package io.kizuna.simulator.opcua;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.FileBasedTrustListManager;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Own certificate and trust lists: {@code own.p12}, {@code own.der}, {@code trusted/}, {@code
 * issuers/}, {@code rejected/}. Trust is only ever what somebody put there.
 */
public final class Pki implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Pki.class);
  private static final String ALIAS = "own";

  /** Protects against nothing but accidents: the file's permissions protect the key. */
  private static final char[] STORE_PASSWORD = "kizuna".toCharArray();

  private static final int CERTIFICATE_BYTES_MAX = 64 * 1024;

  final KeyPair keyPair;
  final X509Certificate[] chain;
  final FileBasedTrustListManager trustList;
  final FileBasedCertificateQuarantine quarantine;
  private final List<Path> sources;

  private Pki(
      KeyPair keyPair,
      X509Certificate[] chain,
      FileBasedTrustListManager trustList,
      FileBasedCertificateQuarantine quarantine,
      List<Path> sources) {
    this.keyPair = keyPair;
    this.chain = chain;
    this.trustList = trustList;
    this.quarantine = quarantine;
    this.sources = sources;
  }

  /**
   * @param trust further files or directories with trusted client certificates, read again and
   *     again while the server runs.
   */
  public static Pki open(Path dir, String applicationUri, List<Path> trust) {
    try {
      Path trusted = Files.createDirectories(dir.resolve("trusted"));
      Path issuers = Files.createDirectories(dir.resolve("issuers"));
      Path rejected = Files.createDirectories(dir.resolve("rejected"));
      Path trustedCrl = Files.createDirectories(dir.resolve("crl").resolve("trusted"));
      Path issuersCrl = Files.createDirectories(dir.resolve("crl").resolve("issuers"));
      KeyStore store = keyStore(dir.resolve("own.p12"), applicationUri);
      X509Certificate[] chain =
          Arrays.stream(store.getCertificateChain(ALIAS))
              .map(X509Certificate.class::cast)
              .toArray(X509Certificate[]::new);
      KeyPair keyPair =
          new KeyPair(chain[0].getPublicKey(), (PrivateKey) store.getKey(ALIAS, STORE_PASSWORD));
      Files.write(dir.resolve("own.der"), chain[0].getEncoded());
      var trustList = new FileBasedTrustListManager(issuers, issuersCrl, trusted, trustedCrl);
      trustList.initialize();
      List<Path> sources = new ArrayList<>(trust);
      sources.add(trusted);
      sources.add(trusted.resolve("certs"));
      Pki pki =
          new Pki(
              keyPair, chain, trustList, FileBasedCertificateQuarantine.create(rejected), sources);
      pki.readTrust();
      return pki;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("own certificate in " + dir + ": " + e.getMessage(), e);
    }
  }

  private static KeyStore keyStore(Path file, String applicationUri)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, STORE_PASSWORD);
      }
      return store;
    }
    store.load(null, STORE_PASSWORD);
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    X509Certificate own = certificate(keys, applicationUri);
    store.setKeyEntry(ALIAS, keys.getPrivate(), STORE_PASSWORD, new X509Certificate[] {own});
    Path next = file.resolveSibling("own.p12.new");
    createPrivate(next);
    try (OutputStream out = Files.newOutputStream(next)) {
      store.store(out, STORE_PASSWORD);
    }
    Files.move(next, file);
    return store;
  }

  private static X509Certificate certificate(KeyPair keys, String applicationUri) {
    try {
      return new SelfSignedCertificateBuilder(keys)
          .setCommonName("Kizuna simulator")
          .setOrganization("Kizuna")
          .setApplicationUri(applicationUri)
          .addDnsName("localhost")
          .addIpAddress("127.0.0.1")
          .setValidityPeriod(Period.ofYears(10))
          .build();
    } catch (Exception e) { // the builder declares no narrower type
      throw new IllegalStateException("cannot make a certificate", e);
    }
  }

  private static void createPrivate(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
  }

  /** Takes over what has been put into the trusted places since the last time. */
  void readTrust() {
    for (Path source : sources) {
      if (!Files.exists(source)) continue;
      try (Stream<Path> files =
          Files.isDirectory(source) ? Files.list(source) : Stream.of(source)) {
        files.filter(Files::isRegularFile).forEach(this::trust);
      } catch (IOException e) {
        log.warn("Trusted certificates in {} are not readable: {}", source, e.getMessage());
      }
    }
  }

  private void trust(Path file) {
    try {
      if (Files.size(file) > CERTIFICATE_BYTES_MAX) return;
      X509Certificate certificate;
      try (InputStream in = Files.newInputStream(file)) {
        certificate =
            (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      }
      if (trustList.getTrustedCertificates().contains(certificate)) return;
      trustList.addTrustedCertificate(certificate);
      log.info("Client certificate is trusted now: {}", certificate.getSubjectX500Principal());
    } catch (IOException | CertificateException e) {
      log.debug("{} is not a certificate: {}", file, e.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      trustList.close();
    } catch (IOException e) {
      log.debug("Trust list watcher: {}", e.getMessage());
    }
  }
}
