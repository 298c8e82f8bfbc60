package io.kizuna.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.audit.Notary.Answer;
import io.kizuna.audit.Notary.NotaryAway;
import io.kizuna.notary.Memory;
import io.kizuna.notary.Notary;
import io.kizuna.notary.NotaryServer;
import io.kizuna.notary.SigningKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to a notary outside: whatever it answers, the server works on. */
class HttpNotaryTest {

  @TempDir Path folder;

  private HttpNotary client(URI url, String token) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), token + "\n");
    var key = SigningKey.loadOrCreate(folder.resolve("notary.pem"), "test.example/trail");
    return new HttpNotary(url, file, List.of(key.verifier()));
  }

  @Test
  void notaryThatIsAwayOrCannotReadIsAwayAndNothingIsThrown() throws Exception {
    var key = SigningKey.loadOrCreate(folder.resolve("notary.pem"), "test.example/trail");
    Notary.Database gone =
        () -> {
          throw new SQLException("no database");
        };
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (var memory = Memory.open(folder.resolve("state"));
        var server =
            NotaryServer.start(
                new Notary(gone, key, memory, Clock.systemUTC(), null), "secret", address)) {
      var url = URI.create("http://127.0.0.1:" + server.address().getPort());
      assertThat(away(client(url, "secret"))).contains("HTTP 503", "cannot be used now");
      assertThat(client(url, "secret").last()).isEmpty();
      assertThat(away(client(url, "guess"))).contains("HTTP 401");
      assertThatThrownBy(() -> client(url, "guess").last()).isInstanceOf(NotaryAway.class);
    }
    var nobody = client(URI.create("http://127.0.0.1:9"), "secret");
    assertThat(away(nobody)).contains("http://127.0.0.1:9");
    assertThatThrownBy(nobody::last).isInstanceOf(NotaryAway.class);
    Files.delete(folder.resolve("token"));
    assertThat(away(nobody)).contains("token");
  }

  private static String away(HttpNotary notary) {
    return ((Answer.Away) notary.sign(1, 1)).reason();
  }

  // What travels unencrypted stays on the machine.
  @Test
  void plainHttpToAnotherMachineIsRefused() {
    assertThatThrownBy(() -> client(URI.create("http://notary.example:4850"), "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https, or a loopback address");
    assertThatThrownBy(
            () ->
                NotaryServer.start(
                    new Notary(
                        () -> {
                          throw new SQLException();
                        },
                        SigningKey.loadOrCreate(folder.resolve("k.pem"), "n"),
                        Memory.open(folder.resolve("s")),
                        Clock.systemUTC(),
                        null),
                    "secret",
                    new InetSocketAddress("0.0.0.0", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needed: a loopback address");
  }
}
