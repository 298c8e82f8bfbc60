package io.kizuna.audit;

import io.kizuna.notary.VerifierKey;
import java.util.List;
import java.util.Optional;

/**
 * Outbound port: whoever signs the checkpoints, with a key this server never sees and a login to
 * the database that can only read (docs/trail-format.md, section 4).
 */
public interface Notary {

  /** Asks for a signature under the first {@code size} leaves of an epoch; never throws. */
  Answer sign(long epoch, long size);

  /**
   * What it signed last; empty if nothing yet.
   *
   * @throws NotaryAway if it does not answer.
   */
  Optional<Mark> last();

  /** The keys this installation trusts, the present one first; configured, not asked for. */
  List<VerifierKey> keys();

  /** What came back. */
  sealed interface Answer {

    /** A C2SP signed note, not yet checked. */
    record Signed(String note) implements Answer {}

    /** The database does not hold what it must. */
    record Refused(String rule, String found, String needed) implements Answer {}

    /** No answer now; asked again later. */
    record Away(String reason) implements Answer {}
  }

  /** A place in the log of all chains. */
  record Mark(long epoch, long size, String root) {

    /** Whether it is further on than another one. */
    public boolean isAfter(Mark other) {
      return epoch > other.epoch || (epoch == other.epoch && size > other.size);
    }
  }

  /** The notary does not answer. */
  final class NotaryAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotaryAway(String reason) {
      super(reason);
    }
  }
}
