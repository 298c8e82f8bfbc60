package io.kizuna.signature;

import io.kizuna.kernel.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Inbound port: the signing ceremony. First a challenge for exactly what is shown, then the
 * signature that carries it (R24, R25).
 */
public interface Signing {

  /**
   * Makes a challenge: valid once, 120 s, only in this session and for this content.
   *
   * @param content what the page shows; numbers as text.
   */
  Challenge challenge(
      String session, String chain, String subject, Meaning meaning, Map<String, ?> content);

  /**
   * What a challenge was made for, without using it up.
   *
   * @throws io.kizuna.kernel.MesException CHALLENGE_INVALID if it is unknown, used, too old, of
   *     another session or another subject.
   */
  Challenge open(UUID challenge, String session, String subject);

  /**
   * Signs; must run in the transaction that writes what is signed.
   *
   * @param opened as {@link #open} gave it in this transaction.
   * @param signer a person whose secret was checked for this very signing.
   * @throws io.kizuna.kernel.MesException CHALLENGE_INVALID if another signature used it up.
   */
  Signature sign(Challenge opened, PersonId signer, String language);

  /** Marks signatures void because what they cover has changed. */
  void voidAll(Collection<UUID> signatures, String reason, PersonId by);

  /** All signatures of a chain in the order of signing, void ones included. */
  List<Signature> ofChain(String chain);

  /**
   * @param content canonical JSON; its SHA-256 is {@code digest}.
   */
  record Challenge(
      UUID id,
      String chain,
      String subject,
      Meaning meaning,
      String content,
      String digest,
      Instant expiresAt) {}
}
