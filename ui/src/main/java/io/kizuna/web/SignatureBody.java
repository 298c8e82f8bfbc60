package io.kizuna.web;

import java.util.UUID;

/** What a signature sheet sends: the challenge it showed and the signer's two components. */
public record SignatureBody(UUID challenge, String user, String password) {

  /** Never prints the secret. */
  @Override
  public String toString() {
    return "SignatureBody[challenge=" + challenge + ", user=" + user + "]";
  }
}
