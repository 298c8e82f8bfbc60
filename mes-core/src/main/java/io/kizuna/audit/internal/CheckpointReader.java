package io.kizuna.audit.internal;

import io.kizuna.audit.ReadCheckpoints;
import io.kizuna.audit.SealedCheckpoint;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class CheckpointReader implements ReadCheckpoints {

  private final CheckpointRows rows;

  CheckpointReader(CheckpointRows rows) {
    this.rows = rows;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<SealedCheckpoint> latest() {
    return rows.newest();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<SealedChain> ofChain(String chain) {
    return rows.newest()
        .flatMap(
            c ->
                rows.leafOf(chain, c.epoch(), c.size())
                    .map(leaf -> new SealedChain(c, leaf.seq(), leaf.hash())));
  }
}
