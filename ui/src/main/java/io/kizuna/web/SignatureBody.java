package io.kizuna.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;

/** What a signature sheet sends: the challenge it showed and the signer's two components. */
public record SignatureBody(
    UUID challenge, @Size(max = 64) String user, @Size(max = 256) String password) {

  /** Never prints the secret. */
  @Override
  public String toString() {
    return "SignatureBody[challenge=" + challenge + ", user=" + user + "]";
  }
}
