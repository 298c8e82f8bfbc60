package io.kizuna.audit;

import java.util.Optional;

/** Inbound port: what was sealed. */
public interface ReadCheckpoints {

  /** The newest checkpoint; empty before the first. */
  Optional<SealedCheckpoint> latest();

  /**
   * The newest checkpoint, with the last event of this chain it covers; empty if it covers none.
   */
  Optional<SealedChain> ofChain(String chain);

  /**
   * @param seq the last event of the chain that the checkpoint covers.
   * @param hash of that event.
   */
  record SealedChain(SealedCheckpoint checkpoint, long seq, String hash) {}
}
