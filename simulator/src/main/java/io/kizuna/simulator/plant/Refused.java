package io.kizuna.simulator.plant;

/** A request from outside that the plant does not accept; the message says what would be. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of mistake it was. */
  public enum Kind {
    INVALID,
    NOT_FOUND,
    CONFLICT
  }

  private final Kind kind;

  public Refused(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public static Refused invalid(String message) {
    return new Refused(Kind.INVALID, message);
  }

  public static Refused notFound(String message) {
    return new Refused(Kind.NOT_FOUND, message);
  }

  public static Refused conflict(String message) {
    return new Refused(Kind.CONFLICT, message);
  }

  public Kind kind() {
    return kind;
  }
}
