package io.kizuna.trail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A small time-stamping authority with a certificate authority of its own; can misbehave. */
final class OwnTsa implements AutoCloseable {

  private static final String SIGNATURE = "SHA256withRSA";
  private static final String TYPE = "application/timestamp-reply";

  /** How it answers. */
  enum Manner {
    HONEST,
    WRONG_IMPRINT,
    WRONG_NONCE,
    HOURS_BEHIND,
    REFUSES,
    HTTP_500,
    NONSENSE,
    ENDLESS,
    SILENT
  }

  volatile Manner manner = Manner.HONEST;

  final X509Certificate authority;
  private final KeyPair authorityKey;
  private final KeyPair key;
  private final X509Certificate stamping;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  OwnTsa() throws Exception {
    var pairs = KeyPairGenerator.getInstance("RSA");
    pairs.initialize(2048);
    authorityKey = pairs.generateKeyPair();
    key = pairs.generateKeyPair();
    authority = certificate("CN=Test CA", authorityKey, null);
    stamping = certificate("CN=Test TSA", key, KeyPurposeId.id_kp_timeStamping);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private X509Certificate certificate(
      String subject, KeyPair of, @org.jspecify.annotations.Nullable KeyPurposeId purpose)
      throws Exception {
    var begin = Instant.now().minus(Duration.ofDays(1));
    var builder =
        new JcaX509v3CertificateBuilder(
            new X500Name("CN=Test CA"),
            BigInteger.valueOf(System.nanoTime()),
            Date.from(begin),
            Date.from(begin.plus(Duration.ofDays(30))),
            new X500Name(subject),
            of.getPublic());
    if (purpose == null) {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    } else {
      builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
    }
    var signer = new JcaContentSignerBuilder(SIGNATURE).build(authorityKey.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (manner == Manner.SILENT) {
        Thread.sleep(20_000);
        return;
      }
      boolean broken = manner == Manner.HTTP_500;
      byte[] answer = broken ? new byte[] {1} : response(new TimeStampRequest(body));
      exchange.getResponseHeaders().set("Content-Type", TYPE);
      exchange.sendResponseHeaders(broken ? 500 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private byte[] response(TimeStampRequest asked) throws Exception {
    if (manner == Manner.NONSENSE) return "<html>welcome</html>".getBytes("US-ASCII");
    if (manner == Manner.ENDLESS) return new byte[1_000_000];
    var signed = asked;
    var requests = new TimeStampRequestGenerator();
    requests.setCertReq(true);
    byte[] imprint = asked.getMessageImprintDigest();
    if (manner == Manner.WRONG_IMPRINT) {
      signed = requests.generate(TSPAlgorithms.SHA256, new byte[32], asked.getNonce());
    } else if (manner == Manner.WRONG_NONCE) {
      signed = requests.generate(TSPAlgorithms.SHA256, imprint, BigInteger.ONE);
    }
    var made = Instant.now().minus(Duration.ofHours(manner == Manner.HOURS_BEHIND ? 2 : 0));
    var responses = new TimeStampResponseGenerator(tokens(), TSPAlgorithms.ALLOWED);
    if (manner == Manner.REFUSES) {
      return responses.generateFailResponse(2, 1 << 5, "not today").getEncoded();
    }
    return responses.generate(signed, BigInteger.TEN, Date.from(made)).getEncoded();
  }

  private TimeStampTokenGenerator tokens() throws Exception {
    var digests = new JcaDigestCalculatorProviderBuilder().build();
    var sha256 =
        digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256));
    var policy = new ASN1ObjectIdentifier("1.2.3.4.1");
    var signer =
        new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, key.getPrivate(), stamping);
    var tokens = new TimeStampTokenGenerator(signer, sha256, policy);
    tokens.addCertificates(new JcaCertStore(List.of(stamping)));
    return tokens;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
