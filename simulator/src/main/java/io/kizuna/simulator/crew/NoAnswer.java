package io.kizuna.simulator.crew;

/** The other side did not answer, also not when asked again. */
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoAnswer(String request, Throwable cause) {
    super(request + ": no answer, " + cause, cause);
  }
}
