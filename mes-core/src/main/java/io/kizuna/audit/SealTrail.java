package io.kizuna.audit;

import io.kizuna.notary.VerifierKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inbound port: the log over all chains is sealed each minute in which something happened, or at
 * once when something must not wait.
 */
public interface SealTrail {

  /** Seals as soon as the running transaction, if there is one, has committed. */
  void atOnce();

  /** How it stands on this server. */
  Status status();

  /** What can be wrong; work goes on, nothing is lost. */
  enum Fault {
    NOTARY_AWAY,
    NOTARY_REFUSED,
    /** What it signed is not this log, or not signed with its key. */
    NOTARY_NOT_BELIEVED,
    /** An anchor holds more than the database: an older state was put back. */
    ROLLED_BACK,
    /** A chain is shorter than its last leaf. */
    CHAIN_SHORTER,
    ANCHOR_FAILED,
    STAMP_FAILED;

    /** Whether QA may have to begin a new epoch, because it does not mend by itself. */
    public boolean endsEpoch() {
      return this == ROLLED_BACK || this == NOTARY_REFUSED || this == CHAIN_SHORTER;
    }
  }

  /** Something that is wrong now. */
  record Alarm(Fault fault, String found, String needed, Instant since) {}

  /**
   * @param on false where no notary is configured.
   * @param logSize leaves in the database, signed or not.
   * @param waitingEvents events no leaf covers yet.
   * @param waitingSince since when; null if none waits.
   * @param anchor the newest anchor; null if there is none or no directory is configured.
   * @param lastAnswer the notary's last answer in a word; null before the first.
   */
  record Status(
      boolean on,
      List<VerifierKey> keys,
      long epoch,
      long logSize,
      long waitingEvents,
      @Nullable Instant waitingSince,
      Notary.@Nullable Mark anchor,
      @Nullable String lastAnswer,
      @Nullable Instant lastAnswerAt,
      @Nullable Instant lastStampAt,
      List<Alarm> alarms) {

    /** Whether events wait for a seal that will not come by itself, or came without its anchor. */
    public boolean isWell() {
      return alarms.isEmpty();
    }
  }
}
