package io.kizuna.simulator.history;

/** Quality of a sample, in the words of OPC UA. */
public enum Quality {
  GOOD,
  /** Bad_NoCommunication: no value. */
  NO_COMMUNICATION,
  /** Uncertain_LastUsableValue: the first answer after a silence still carries the old value. */
  LAST_USABLE
}
