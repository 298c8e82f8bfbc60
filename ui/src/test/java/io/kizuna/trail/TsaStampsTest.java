package io.kizuna.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.audit.TimeStamps.StampRefused;
import io.kizuna.trail.OwnTsa.Manner;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.TemporalUnitWithinOffset;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D.4.9 b: a stamp is kept only if an authority we trust made it over exactly what we asked. */
class TsaStampsTest {

  private static final byte[] DIGEST = new byte[32];

  private static OwnTsa tsa;
  private static OwnTsa stranger;

  @BeforeAll
  static void open() throws Exception {
    Arrays.fill(DIGEST, (byte) 7);
    tsa = new OwnTsa();
    stranger = new OwnTsa();
  }

  @AfterAll
  static void close() {
    tsa.close();
    stranger.close();
  }

  private static TsaStamps client(URI url, X509Certificate trusted) {
    return new TsaStamps(url, List.of(trusted), Clock.systemUTC(), Duration.ofSeconds(2));
  }

  @Test
  void honestStampIsKeptWithItsCertificate() throws Exception {
    tsa.manner = Manner.HONEST;
    var stamp = client(tsa.url(), tsa.authority).stamp(DIGEST);
    assertThat(stamp.at())
        .isCloseTo(Instant.now(), new TemporalUnitWithinOffset(1, ChronoUnit.MINUTES));
    var token = new TimeStampToken(new CMSSignedData(stamp.token()));
    assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(DIGEST);
    assertThat(token.getCertificates().getMatches(token.getSID())).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_IMPRINT, imprint",
    "WRONG_NONCE, nonce",
    "HOURS_BEHIND, a stamp of 20",
    "REFUSES, status 2",
    "HTTP_500, HTTP 500",
    "NONSENSE, ''",
    "ENDLESS, more than 65536",
    "SILENT, no answer within 2 s"
  })
  void whatMayNotBeBelievedIsRefusedAndSaysWhy(Manner manner, String why) {
    tsa.manner = manner;
    assertThatThrownBy(() -> client(tsa.url(), tsa.authority).stamp(DIGEST))
        .isInstanceOf(StampRefused.class)
        .hasMessageContaining(why)
        .satisfies(e -> assertThat(((StampRefused) e).needed()).isNotBlank());
  }

  // An authority nobody here chose, with a certificate that looks the same.
  @Test
  void strangersStampIsRefused() {
    stranger.manner = Manner.HONEST;
    assertThatThrownBy(() -> client(stranger.url(), tsa.authority).stamp(DIGEST))
        .isInstanceOf(StampRefused.class)
        .satisfies(e -> assertThat(((StampRefused) e).needed()).contains("trusted signer"));
  }

  @Test
  void nobodyThereIsRefused() {
    assertThatThrownBy(() -> client(URI.create("http://127.0.0.1:9/"), tsa.authority).stamp(DIGEST))
        .isInstanceOf(StampRefused.class)
        .hasMessageContaining("ConnectException");
  }
}
