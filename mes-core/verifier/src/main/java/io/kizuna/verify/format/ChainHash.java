package io.kizuna.verify.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Section 1: the hash that links an event to the one before it. */
public final class ChainHash {

  public static final String ALGORITHM = "mesaudit/1";

  /** The hash before the first event. */
  public static final String GENESIS = "0".repeat(64);

  private static final byte[] SCHEME = ALGORITHM.getBytes(StandardCharsets.US_ASCII);

  private ChainHash() {}

  /** {@code previous} is 64 hex digits. */
  public static String of(String previous, String chain, long seq, String body) {
    byte[] name = chain.getBytes(StandardCharsets.UTF_8);
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    var head =
        ByteBuffer.allocate(1 + SCHEME.length + 32 + 4 + name.length + 8 + 4)
            .put((byte) 0)
            .put(SCHEME)
            .put(Sha256.bytes(previous))
            .putInt(name.length)
            .put(name)
            .putLong(seq)
            .putInt(text.length);
    var digest = Sha256.digest();
    digest.update(head.array());
    return Sha256.hex(digest.digest(text));
  }
}
