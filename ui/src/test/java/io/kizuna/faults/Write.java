package io.kizuna.faults;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that records something, with the id its client made.
 *
 * @param kind as the trail calls what it records.
 * @param challenge what must be shown to sign it; null where it is not signed.
 */
record Write(
    String kind,
    UUID requestId,
    String user,
    String method,
    String path,
    Map<String, Object> body,
    @Nullable Map<String, Object> challenge,
    @Nullable String step) {

  /** The same request with a signature made now. */
  Write signed(Map<String, Object> signature) {
    var again = new LinkedHashMap<>(body);
    again.put("signature", signature);
    return new Write(kind, requestId, user, method, path, again, challenge, step);
  }
}
