package io.kizuna.trail;

import io.kizuna.audit.TimeStamps;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Asks a time-stamping authority and believes it only as far as its certificate leads to one that
 * this installation trusts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3161">RFC 3161</a>
 */
final class TsaStamps implements TimeStamps {

  private static final int BYTES_MAX = 65_536;
  private static final int NONCE_BITS = 64;

  /** What an authority and a server may differ: more, and one of the clocks is wrong. */
  private static final Duration APART_MAX = Duration.ofMinutes(5);

  private final URI url;
  private final Set<TrustAnchor> trusted;
  private final Clock clock;
  private final BoundedHttp http;
  private final SecureRandom random = new SecureRandom();

  TsaStamps(URI url, Collection<X509Certificate> trusted, Clock clock, Duration timeout) {
    this.url = url;
    this.trusted = trusted.stream().map(c -> new TrustAnchor(c, null)).collect(Collectors.toSet());
    this.clock = clock;
    this.http = new BoundedHttp(timeout, BYTES_MAX);
  }

  @Override
  public String tsa() {
    return url.toString();
  }

  @Override
  public Stamp stamp(byte[] sha256) throws StampRefused {
    var generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    var request =
        generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, random));
    try {
      TimeStampToken token = token(ask(request), request);
      X509CertificateHolder signer = signer(token);
      token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
      Instant at = token.getTimeStampInfo().getGenTime().toInstant();
      requireTrusted(token, signer, at);
      if (Duration.between(at, clock.instant()).abs().compareTo(APART_MAX) > 0) {
        throw new StampRefused(
            "a stamp of " + at, "the server's time, " + clock.instant() + ", within 5 min");
      }
      return new Stamp(at, token.getEncoded());
    } catch (IOException e) {
      throw new StampRefused(String.valueOf(e.getMessage()), "an answer of RFC 3161");
    } catch (TSPException | OperatorCreationException | GeneralSecurityException e) {
      throw new StampRefused(
          String.valueOf(e.getMessage()), "a stamp over exactly this request, by a trusted signer");
    }
  }

  private byte[] ask(TimeStampRequest request) throws IOException, StampRefused {
    var answer =
        http.send(
            HttpRequest.newBuilder(url)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())));
    if (answer.status() != 200 || !answer.type().startsWith("application/timestamp-reply")) {
      throw new StampRefused(
          "HTTP " + answer.status() + " " + answer.type(), "200 application/timestamp-reply");
    }
    return answer.body();
  }

  /** Status, imprint and nonce are those of the request. */
  private static TimeStampToken token(byte[] answer, TimeStampRequest request)
      throws IOException, TSPException, StampRefused {
    var response = new TimeStampResponse(answer);
    response.validate(request);
    TimeStampToken token = response.getTimeStampToken();
    if (token != null) return token;
    throw new StampRefused(
        "status " + response.getStatus() + " " + response.getStatusString(), "a granted stamp");
  }

  private static X509CertificateHolder signer(TimeStampToken token) throws StampRefused {
    Collection<X509CertificateHolder> found = token.getCertificates().getMatches(token.getSID());
    if (found.isEmpty()) {
      throw new StampRefused("a stamp without its signer's certificate", "the certificate in it");
    }
    return found.iterator().next();
  }

  /** Revocation is not asked for: the stamp is kept, and whoever checks it later can ask. */
  private void requireTrusted(TimeStampToken token, X509CertificateHolder signer, Instant at)
      throws GeneralSecurityException {
    var converter = new JcaX509CertificateConverter();
    List<X509Certificate> all = new ArrayList<>();
    Collection<X509CertificateHolder> given = token.getCertificates().getMatches(null);
    for (X509CertificateHolder holder : given) all.add(converter.getCertificate(holder));
    var target = new X509CertSelector();
    target.setCertificate(converter.getCertificate(signer));
    var parameters = new PKIXBuilderParameters(trusted, target);
    parameters.addCertStore(
        CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertPathBuilder.getInstance("PKIX").build(parameters);
  }
}
