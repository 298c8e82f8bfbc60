package io.kizuna.web.security;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes a few secrets at a time. Each costs memory and a processor on purpose, and the log-in is
 * open to anybody: without a bound, strangers could stop the work of those who are logged in.
 */
final class BoundedPasswordEncoder implements PasswordEncoder {

  private final PasswordEncoder encoder;
  private final Semaphore free;
  private final Duration patience;

  /**
   * @param patience how long one more waits before it is refused with SECRETS_BUSY.
   */
  BoundedPasswordEncoder(PasswordEncoder encoder, int atOnce, Duration patience) {
    this.encoder = encoder;
    this.free = new Semaphore(atOnce, true);
    this.patience = patience;
  }

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return inTurn(() -> encoder.encode(secret));
  }

  @Override
  public boolean matches(@Nullable CharSequence secret, @Nullable String hash) {
    return inTurn(() -> encoder.matches(secret, hash));
  }

  @Override
  public boolean upgradeEncoding(@Nullable String hash) {
    return encoder.upgradeEncoding(hash);
  }

  private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
    try {
      if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      free.release();
    }
  }

  private static MesException busy() {
    return new MesException(
        ErrorCode.SECRETS_BUSY,
        "Too many passwords are being checked at this moment; nothing was done.",
        null,
        "try again in some seconds",
        null);
  }
}
