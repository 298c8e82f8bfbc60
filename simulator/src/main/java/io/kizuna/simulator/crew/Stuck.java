package io.kizuna.simulator.crew;

/** The batch cannot go on; the message says where it stands and what the system said. */
final class Stuck extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Stuck(String message) {
    super(message);
  }
}
