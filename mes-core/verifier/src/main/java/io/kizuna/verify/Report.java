package io.kizuna.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out.
 *
 * @param checked what was looked at, with its count.
 * @param notChecked what was not, and why.
 * @param findings the first ones; {@code total} counts all.
 * @param verifiedTo size of the newest checkpoint that holds: the next check may begin there if
 *     nothing was found; null without a log.
 */
public record Report(
    String source,
    String version,
    Instant startedAt,
    Instant endedAt,
    Map<String, Long> checked,
    List<String> notChecked,
    List<Finding> findings,
    long total,
    @Nullable Long verifiedTo) {

  public boolean passed() {
    return total == 0;
  }

  /** The first bad entry; null if all is well. */
  public @Nullable Finding first() {
    return findings.isEmpty() ? null : findings.get(0);
  }
}
