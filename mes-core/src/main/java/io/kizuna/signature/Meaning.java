package io.kizuna.signature;

/** The controlled list of what a signature can mean (R22); set by the server, never typed. */
public enum Meaning {
  PERFORMED,
  VERIFIED,
  REVIEWED,
  APPROVED,
  RELEASED,
  REJECTED,
  CORRECTED
}
