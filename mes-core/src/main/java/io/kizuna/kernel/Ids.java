package io.kizuna.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), so that new rows land at the end of an index. */
public final class Ids {

  private Ids() {}

  /** A new time-ordered UUID. */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }
}
