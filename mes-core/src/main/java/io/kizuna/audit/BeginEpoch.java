package io.kizuna.audit;

import io.kizuna.kernel.PersonId;
import java.util.Optional;
import java.util.UUID;

/**
 * Inbound port: after a restore from a backup the log begins again, and QA states what is missing
 * (RF21, docs/trail-format.md section 4).
 */
public interface BeginEpoch {

  /**
   * What there is to state now.
   *
   * @throws io.kizuna.kernel.MesException EPOCH_NOT_NEEDED while the log can go on,
   *     TRAIL_NOT_SEALED if the notary cannot be asked what it signed last.
   */
  Statement statement();

  /** The statement a request made before; empty if it made none. */
  Optional<Long> epochOf(UUID requestId);

  /**
   * Begins the epoch; must run in the transaction of the signature.
   *
   * @throws io.kizuna.kernel.MesException as {@link #statement}.
   */
  long begin(UUID requestId, Statement statement, String reason, PersonId by, UUID signature);

  /**
   * @param epoch the new one.
   * @param anchoredSize leaves that were signed before; their root is {@code anchoredRoot}.
   * @param logSize leaves the database still has of them.
   * @param missing {@code <first>-<last>} leaf that is gone, or {@code none}.
   */
  record Statement(
      long epoch, long anchoredSize, String anchoredRoot, long logSize, String missing) {}
}
