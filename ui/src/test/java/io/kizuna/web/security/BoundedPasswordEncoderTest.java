package io.kizuna.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The log-in is open to strangers: what it costs the server is bounded. */
class BoundedPasswordEncoderTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  /** Takes as long as the test says for the secret "slow"; fails for the secret "broken". */
  private final PasswordEncoder played =
      new PasswordEncoder() {
        @Override
        public String encode(@Nullable CharSequence secret) {
          return "hash of " + secret;
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
          if ("broken".contentEquals(String.valueOf(secret))) throw new IllegalStateException();
          if (!"slow".contentEquals(String.valueOf(secret))) return encode(secret).equals(hash);
          entered.countDown();
          try {
            return leave.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      };

  @Test
  void oneTooManyIsRefusedAndHarmsNobody() throws InterruptedException {
    var bounded = new BoundedPasswordEncoder(played, 1, Duration.ofMillis(20));
    var first = CompletableFuture.supplyAsync(() -> bounded.matches("slow", ""));
    assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
    assertThatThrownBy(() -> bounded.matches("a", "hash of a"))
        .asInstanceOf(type(MesException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SECRETS_BUSY));
    leave.countDown();
    assertThat(first.join()).isTrue();
    assertThat(bounded.matches("a", "hash of a")).isTrue();
    assertThat(bounded.matches("a", "hash of b")).isFalse();
  }

  @Test
  void whoComesAWhileLaterWaitsItsTurn() throws InterruptedException {
    var bounded = new BoundedPasswordEncoder(played, 1, LONG);
    var first = CompletableFuture.supplyAsync(() -> bounded.matches("slow", ""));
    assertThat(entered.await(30, TimeUnit.SECONDS)).isTrue();
    var second = CompletableFuture.supplyAsync(() -> bounded.encode("b"));
    leave.countDown();
    assertThat(second.join()).isEqualTo("hash of b");
    assertThat(first.join()).isTrue();
  }

  @Test
  void aFailureGivesTheTurnBack() {
    var bounded = new BoundedPasswordEncoder(played, 1, LONG);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> bounded.matches("broken", ""))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(bounded.matches("a", "hash of a")).isTrue();
  }
}
