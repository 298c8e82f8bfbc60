package io.kizuna.adapters.opcua;

import java.time.Duration;

/**
 * Limits in wall time; tests shorten none of them but {@code retry}.
 *
 * @param staleAfter no value at all for this long: a page shows it within 15 s (issue 2).
 * @param retry between two attempts to connect.
 * @param ownReconnect how long Milo may try to revive its session, once the port answers again,
 *     before we make a new client; reviving keeps what the server buffered.
 * @param confirm how long a device may take to show that a command took effect.
 */
record Timing(Duration staleAfter, Duration retry, Duration ownReconnect, Duration confirm) {

  static final Timing DEFAULT =
      new Timing(
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(20),
          Duration.ofSeconds(15));
}
