package io.kizuna.notary;

import io.kizuna.notary.Refused.Rule;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;

/** Recomputes a piece of a chain: {@code mesaudit/1} of docs/trail-format.md, section 1. */
final class ChainWalk {

  static final String GENESIS = "0".repeat(64);

  private static final byte[] SCHEME = "mesaudit/1".getBytes(StandardCharsets.US_ASCII);

  private final String chain;
  private long seq;
  private String hash;

  private ChainWalk(String chain, long seq, String hash) {
    this.chain = chain;
    this.seq = seq;
    this.hash = hash;
  }

  /** Walks from a leaf that was checked before, or from the beginning, to a later leaf. */
  static void check(TrailReader reader, String chain, long after, String hash, Leaf to)
      throws SQLException, Refused {
    var walk = new ChainWalk(chain, after, hash);
    reader.events(chain, after, to.seq(), walk::visit);
    if (walk.seq != to.seq() || !walk.hash.equals(to.hash())) {
      throw walk.broken(walk.seq + 1, "the chain ends with event " + walk.seq);
    }
  }

  private void visit(TrailReader.Event e) throws Refused {
    if (e.seq() != seq + 1) throw broken(seq + 1, "event " + (seq + 1) + " is not there");
    if (!e.previous().equals(hash)) throw broken(e.seq(), "it does not follow the one before");
    if (!e.hash().equals(of(hash, chain, e.seq(), e.body()))) {
      throw broken(e.seq(), "its hash is not that of its text");
    }
    seq = e.seq();
    hash = e.hash();
  }

  private Refused broken(long at, String why) {
    return new Refused(
        Rule.CHAIN_BROKEN,
        "chain " + chain + ", event " + at + ": " + why,
        "every event bound to the one before");
  }

  static String of(String previous, String chain, long seq, String body) {
    byte[] name = chain.getBytes(StandardCharsets.UTF_8);
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    byte[] before = HexFormat.of().parseHex(previous);
    int length = 1 + SCHEME.length + before.length + 4 + name.length + 8 + 4 + text.length;
    var bytes = ByteBuffer.allocate(length).put((byte) 0).put(SCHEME).put(before);
    bytes.putInt(name.length).put(name).putLong(seq).putInt(text.length).put(text);
    return HexFormat.of().formatHex(MerkleTree.sha256().digest(bytes.array()));
  }
}
