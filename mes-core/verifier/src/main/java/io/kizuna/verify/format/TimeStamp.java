package io.kizuna.verify.format;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An RFC 3161 time stamp token (CMS, RFC 5652), as far as needed to know what was stamped, when and
 * with which certificate. Whether that certificate is to be trusted is for people to decide.
 *
 * @param imprint the SHA-256 in hex that was stamped.
 * @param signer the certificate that came with the token and made it.
 */
public record TimeStamp(String imprint, Instant time, X509Certificate signer) {

  private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  private static final String TST_INFO = "1.2.840.113549.1.9.16.1.4";
  private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
  private static final String SHA_256 = "2.16.840.1.101.3.4.2.1";
  private static final Map<String, String> DIGESTS =
      Map.of(
          SHA_256,
          "SHA-256",
          "2.16.840.1.101.3.4.2.2",
          "SHA-384",
          "2.16.840.1.101.3.4.2.3",
          "SHA-512");
  private static final int CERTIFICATES = 0xa0;
  private static final int SIGNED_ATTRIBUTES = 0xa0;

  private static final DateTimeFormatter GENERALIZED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuuMMddHHmmss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * Reads a token (or a whole response) and checks its signature.
   *
   * @throws IllegalArgumentException if it is no token or its signature does not fit.
   */
  public static TimeStamp parse(byte[] bytes) {
    try {
      var outer = Der.parse(bytes);
      // a TimeStampResp is its status and then the token
      if (outer.part(0).tag() == Der.SEQUENCE) outer = outer.part(1);
      if (!outer.part(0).oid().equals(SIGNED_DATA)) throw bad("not signed data");
      var signedData = outer.part(1).part(0);
      var content = signedData.part(2);
      if (!content.part(0).oid().equals(TST_INFO)) throw bad("not a time stamp");
      byte[] info = content.part(1).part(0).content();
      var parts = signedData.parts();
      var signerInfo = parts.get(parts.size() - 1).part(0);
      var signer = signer(parts, signerInfo);
      verify(signerInfo, signer, info);
      return of(info, signer);
    } catch (GeneralSecurityException | RuntimeException e) {
      if (e instanceof IllegalArgumentException i) throw i;
      throw new IllegalArgumentException("the token cannot be checked: " + e.getMessage(), e);
    }
  }

  private static TimeStamp of(byte[] info, X509Certificate signer) {
    var tst = Der.parse(info);
    var imprint = tst.part(2);
    if (!imprint.part(0).part(0).oid().equals(SHA_256)) throw bad("the imprint is not SHA-256");
    var time = Instant.from(GENERALIZED.parse(tst.part(4).ascii()));
    return new TimeStamp(Sha256.hex(imprint.part(1).content()), time, signer);
  }

  private static X509Certificate signer(List<Der> signedData, Der signerInfo)
      throws GeneralSecurityException {
    var serial = signerInfo.part(1).part(1).integer();
    byte[] issuer = signerInfo.part(1).part(0).bytes();
    var factory = CertificateFactory.getInstance("X.509");
    for (Der part : signedData) {
      if (part.tag() != CERTIFICATES) continue;
      for (Der certificate : part.parts()) {
        var x509 =
            (X509Certificate)
                factory.generateCertificate(new ByteArrayInputStream(certificate.bytes()));
        if (x509.getSerialNumber().equals(serial)
            && Arrays.equals(x509.getIssuerX500Principal().getEncoded(), issuer)) {
          return x509;
        }
      }
    }
    throw bad("the token does not hold the certificate of its signer");
  }

  private static void verify(Der signerInfo, X509Certificate signer, byte[] info)
      throws GeneralSecurityException {
    String digest = DIGESTS.get(signerInfo.part(2).part(0).oid());
    if (digest == null) throw bad("the digest is not one of SHA-2");
    var attributes = signerInfo.part(3);
    if (attributes.tag() != SIGNED_ATTRIBUTES) throw bad("the token signs no attributes");
    byte[] expected = MessageDigest.getInstance(digest).digest(info);
    boolean named = false;
    for (Der attribute : attributes.parts()) {
      if (!attribute.part(0).oid().equals(MESSAGE_DIGEST)) continue;
      named = Arrays.equals(attribute.part(1).part(0).content(), expected);
    }
    if (!named) throw bad("the token does not sign its own content");
    var signature = Signature.getInstance(algorithm(digest, signer, signerInfo.part(4)));
    signature.initVerify(signer);
    signature.update(attributes.retagged(Der.SET));
    if (!signature.verify(signerInfo.part(5).content()))
      throw bad("the token's signature does not fit");
    var usage = signer.getExtendedKeyUsage();
    if (usage == null || !usage.contains("1.3.6.1.5.5.7.3.8")) {
      throw bad("its certificate is not one for time stamps");
    }
  }

  private static String algorithm(String digest, X509Certificate signer, Der named) {
    String with = digest.replace("-", "") + "with";
    return switch (signer.getPublicKey().getAlgorithm()) {
      case "RSA" -> with + "RSA";
      case "EC" -> with + "ECDSA";
      case "EdDSA", "Ed25519" -> "Ed25519";
      default -> throw bad("the signature algorithm " + named.part(0).oid() + " is not known");
    };
  }

  private static IllegalArgumentException bad(String what) {
    return new IllegalArgumentException(what);
  }
}
