package io.kizuna.audit.internal;

import io.kizuna.kernel.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The hash that links an entry to the one before it (requirements.md D.4.3): SHA-256 over a leading
 * zero byte, the scheme's name, the previous hash, the chain's name and the body with their
 * lengths.
 */
final class ChainHash {

  static final String ALGORITHM = "mesaudit/1";

  /** The hash before the first entry. */
  static final String GENESIS = "0".repeat(64);

  private ChainHash() {}

  static String of(String previousHash, String chain, long seq, String body) {
    byte[] scheme = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
    byte[] previous = HexFormat.of().parseHex(previousHash);
    byte[] name = chain.getBytes(StandardCharsets.UTF_8);
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer =
        ByteBuffer.allocate(
                1 + scheme.length + previous.length + 4 + name.length + 8 + 4 + text.length)
            .put((byte) 0)
            .put(scheme)
            .put(previous)
            .putInt(name.length)
            .put(name)
            .putLong(seq)
            .putInt(text.length)
            .put(text);
    return Digest.sha256(buffer.array());
  }
}
