package io.kizuna.web.security;

import io.kizuna.batchrecord.CompleteStep.Signed;
import io.kizuna.web.SignatureBody;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a signature sheet's input into a person whose secret was checked for this signing. */
@Component
public class Signers {

  private final Credentials credentials;

  Signers(Credentials credentials) {
    this.credentials = credentials;
  }

  /**
   * @throws io.kizuna.kernel.MesException SIGNATURE_REFUSED or ACCOUNT_LOCKED.
   */
  public Signed check(SignatureBody body) {
    var person = credentials.check(body.user(), body.password(), "signature");
    return new Signed(body.challenge(), person.id());
  }

  /** The same where no signature may have been sent. */
  public @Nullable Signed checkIfGiven(@Nullable SignatureBody body) {
    return body == null ? null : check(body);
  }
}
