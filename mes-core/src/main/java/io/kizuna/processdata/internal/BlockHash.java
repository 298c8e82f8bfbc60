package io.kizuna.processdata.internal;

import io.kizuna.kernel.EquipmentId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over raw readings: one line {@code sourceTime|sequence|value|quality|status} each, after
 * a line {@code equipment|tag}. The same rows give the same hash at any later time.
 */
final class BlockHash {

  private final MessageDigest digest;

  BlockHash(EquipmentId equipment, String tag) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
    line(equipment + "|" + tag);
  }

  void add(StoredSample s) {
    line(s.at() + "|" + s.sequence() + "|" + s.value() + "|" + s.quality() + "|" + s.statusCode());
  }

  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void line(String text) {
    digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
