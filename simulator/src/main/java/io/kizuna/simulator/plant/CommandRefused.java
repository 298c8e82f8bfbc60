package io.kizuna.simulator.plant;

/** A device did not do what it was told; nothing has changed. */
public final class CommandRefused extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, in the categories a protocol can answer with. */
  public enum Reason {
    INVALID_STATE,
    INVALID_ARGUMENT,
    OUT_OF_RANGE,
    NO_COMMUNICATION
  }

  private final Reason reason;

  public CommandRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
