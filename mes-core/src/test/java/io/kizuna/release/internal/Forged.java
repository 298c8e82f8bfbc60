package io.kizuna.release.internal;

import io.kizuna.kernel.PersonId;
import io.kizuna.signature.Signature;
import java.util.UUID;

/** Signatures with one thing changed. */
final class Forged {

  private Forged() {}

  static Signature content(Signature s, String content) {
    return copy(s, s.subject(), s.person(), content, s.voidReason());
  }

  static Signature by(Signature s, String person) {
    return copy(s, s.subject(), new PersonId(person), s.content(), s.voidReason());
  }

  static Signature subject(Signature s, String subject) {
    return copy(s, subject, s.person(), s.content(), s.voidReason());
  }

  static Signature voided(Signature s) {
    return copy(s, s.subject(), s.person(), s.content(), "value corrected");
  }

  private static Signature copy(
      Signature s, String subject, PersonId person, String content, String voidReason) {
    return new Signature(
        UUID.randomUUID(),
        s.chain(),
        subject,
        s.meaning(),
        person,
        s.printedName(),
        s.language(),
        content,
        s.digest(),
        s.signedAt(),
        voidReason);
  }
}
