package io.kizuna.adapters.opcua;

import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.jspecify.annotations.Nullable;

/** A connection that could not be made, in words an engineer can act on. */
final class LinkFailure extends Exception {

  private final State state;
  private final transient @Nullable Certificate certificate;

  private LinkFailure(
      State state, String reason, @Nullable Certificate certificate, @Nullable Throwable cause) {
    super(reason, cause);
    this.state = state;
    this.certificate = certificate;
  }

  static LinkFailure untrusted(String reason, Certificate certificate, Throwable cause) {
    return new LinkFailure(State.UNTRUSTED, reason, certificate, cause);
  }

  static LinkFailure down(String reason, @Nullable Certificate certificate) {
    return new LinkFailure(State.DOWN, reason, certificate, null);
  }

  static LinkFailure down(Throwable cause, @Nullable Certificate certificate) {
    return new LinkFailure(State.DOWN, words(cause), certificate, cause);
  }

  State state() {
    return state;
  }

  @Nullable Certificate certificate() {
    return certificate;
  }

  String reason() {
    var message = getMessage();
    return message == null ? state.name() : message;
  }

  private static String words(Throwable failure) {
    var cause = root(failure);
    var status = UaException.extract(failure).map(UaException::getStatusCode).orElse(null);
    if (status == null) return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    if (status.getValue() == StatusCodes.Bad_UserAccessDenied
        || status.getValue() == StatusCodes.Bad_IdentityTokenRejected
        || status.getValue() == StatusCodes.Bad_IdentityTokenInvalid) {
      return "user or password refused by the device (" + name(status) + ")";
    }
    if (status.getValue() == StatusCodes.Bad_SecurityChecksFailed) {
      return "the device does not trust our certificate, or refused it (" + name(status) + ")";
    }
    return name(status);
  }

  /** The symbolic name of a status, for example {@code Bad_NoCommunication}. */
  static String name(StatusCode status) {
    return StatusCodes.lookup(status.getValue())
        .map(names -> names[0])
        .orElseGet(() -> String.format("0x%08X", status.getValue()));
  }

  private static Throwable root(Throwable failure) {
    var cause = failure;
    while (cause.getCause() != null
        && (cause instanceof ExecutionException || cause instanceof CompletionException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
