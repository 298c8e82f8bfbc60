package io.kizuna.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.TimeStamp;
import io.kizuna.verify.source.DatabaseSource;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D.4.9: RFC 3161 tokens as another implementation makes them. */
class TimeStampTest {

  private static final Instant THEN = Instant.parse("2026-11-22T12:00:00.250Z");

  private static byte[] token(String text, String keys, String algorithm) throws Exception {
    var provider = new BouncyCastleProvider();
    var pair = KeyPairGenerator.getInstance(keys, provider);
    pair.initialize(keys.equals("RSA") ? 2048 : 256);
    KeyPair key = pair.generateKeyPair();
    var signer =
        new JcaContentSignerBuilder(algorithm).setProvider(provider).build(key.getPrivate());
    var name = new X500Name("CN=Time Stamps of the Test");
    var certificate =
        new JcaX509v3CertificateBuilder(
            name,
            BigInteger.TEN,
            Date.from(THEN.minusSeconds(60)),
            Date.from(THEN.plusSeconds(60)),
            name,
            key.getPublic());
    certificate.addExtension(
        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
    X509Certificate x509 =
        new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
    var digests = new JcaDigestCalculatorProviderBuilder().setProvider(provider).build();
    var info =
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setProvider(provider)
            .build(algorithm, key.getPrivate(), x509);
    var generator =
        new TimeStampTokenGenerator(
            info,
            digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
            new ASN1ObjectIdentifier("1.2.3.4"));
    generator.addCertificates(new JcaCertStore(List.of(x509)));
    generator.setResolution(TimeStampTokenGenerator.R_MILLISECONDS);
    var requests = new TimeStampRequestGenerator();
    requests.setCertReq(true);
    var request =
        requests.generate(TSPAlgorithms.SHA256, Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    return generator.generate(request, BigInteger.ONE, Date.from(THEN)).getEncoded();
  }

  @ParameterizedTest
  @CsvSource({"RSA, SHA256withRSA", "EC, SHA256withECDSA", "RSA, SHA512withRSA"})
  void tokenIsReadAndAForgedOneIsNot(String keys, String algorithm) throws Exception {
    byte[] token = token("a note", keys, algorithm);
    var stamp = TimeStamp.parse(token);
    assertThat(stamp.time()).isEqualTo(THEN);
    assertThat(stamp.imprint()).isEqualTo(Sha256.hex("a note"));
    int at = new String(token, StandardCharsets.ISO_8859_1).indexOf("20261122120000");
    token[at + 3]++; // another year, under the same signature
    assertThatThrownBy(() -> TimeStamp.parse(token)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void stampIsComparedWithItsCheckpoint(boolean right) throws Exception {
    var trail = SampleTrail.full();
    String note = right ? trail.lastNote() : "something else";
    trail.sql(
        "INSERT INTO checkpoint_stamp VALUES (1, 4, 'https://tsa.example', ?, ?)",
        SampleTrail.time(THEN),
        Base64.getEncoder().encodeToString(token(note, "RSA", "SHA256withRSA")));
    var report =
        Verification.run(new DatabaseSource(trail.connection, "sample", null), Options.NONE);
    if (right) assertThat(report.findings()).isEmpty();
    else assertThat(report.first().kind()).isEqualTo(Kind.STAMP);
    assertThat(report.checked()).containsEntry("time stamps", 1L);
  }
}
