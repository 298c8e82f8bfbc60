package io.kizuna.audit;

import java.time.Instant;

/** Outbound port: a time-stamping authority outside the house (RFC 3161). */
public interface TimeStamps {

  /** Where it is; kept with each stamp. */
  String tsa();

  /**
   * Asks for a stamp and checks it whole: imprint, nonce, signer, purpose of the certificate.
   *
   * @param sha256 32 bytes.
   * @throws StampRefused if there is none that may be believed.
   */
  Stamp stamp(byte[] sha256) throws StampRefused;

  /**
   * @param at the time the stamp states.
   * @param token DER of the time-stamp token.
   */
  record Stamp(Instant at, byte[] token) {}

  /** No stamp, or one that may not be believed. */
  final class StampRefused extends Exception {

    private static final long serialVersionUID = 1;
    private final String needed;

    public StampRefused(String found, String needed) {
      super(found);
      this.needed = needed;
    }

    /** What would have been believed. */
    public String needed() {
      return needed;
    }
  }
}
