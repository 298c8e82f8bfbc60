package io.kizuna.simulator.opcua;

import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.plant.Command;
import io.kizuna.simulator.plant.CommandRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.milo.opcua.sdk.server.AccessContext;
import org.eclipse.milo.opcua.sdk.server.methods.MethodInvocationHandler;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DiagnosticInfo;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.Argument;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a device's command. Structure arrays are taken unread, because the LADS structures are not
 * loaded; so the argument check is ours and not Milo's.
 */
final class CommandHandler implements MethodInvocationHandler {
  private static final Logger log = LoggerFactory.getLogger(CommandHandler.class);
  private static final int SCALAR = -1;
  private static final int SCALAR_OR_ARRAY = -3;

  private final Simulation simulation;
  private final String device;
  private final Command command;

  CommandHandler(Simulation simulation, String device, Command command) {
    this.simulation = simulation;
    this.device = device;
    this.command = command;
  }

  static Argument[] arguments(List<Command.Parameter> parameters) {
    return parameters.stream()
        .map(
            p ->
                new Argument(
                    p.name(),
                    dataType(p.kind()),
                    p.kind() == Command.Kind.ANY ? SCALAR_OR_ARRAY : SCALAR,
                    null,
                    LocalizedText.NULL_VALUE))
        .toArray(Argument[]::new);
  }

  private static NodeId dataType(Command.Kind kind) {
    return switch (kind) {
      case STRING -> NodeIds.String;
      case DOUBLE -> NodeIds.Double;
      case ANY -> NodeIds.BaseDataType;
    };
  }

  @Override
  public CallMethodResult invoke(AccessContext access, CallMethodRequest request) {
    Variant[] given =
        request.getInputArguments() == null ? new Variant[0] : request.getInputArguments();
    int expected = command.in().size();
    if (given.length < expected) return answer(StatusCodes.Bad_ArgumentsMissing);
    if (given.length > expected) return answer(StatusCodes.Bad_TooManyArguments);
    StatusCode[] checks = new StatusCode[expected];
    List<@Nullable Object> values = new ArrayList<>();
    boolean wrong = false;
    for (int i = 0; i < expected; i++) {
      Object value = given[i].value();
      boolean fits = fits(command.in().get(i).kind(), value);
      checks[i] = fits ? StatusCode.GOOD : new StatusCode(StatusCodes.Bad_TypeMismatch);
      wrong |= !fits;
      values.add(value);
    }
    if (wrong) {
      return new CallMethodResult(
          new StatusCode(StatusCodes.Bad_InvalidArgument),
          checks,
          new DiagnosticInfo[0],
          new Variant[0]);
    }
    return perform(values);
  }

  private CallMethodResult perform(List<@Nullable Object> values) {
    try {
      List<Object> results = simulation.call(device, command.name(), values);
      Variant[] out = results.stream().map(Variant::new).toArray(Variant[]::new);
      log.info("{}.{}{} -> {}", device, command.name(), values, results);
      return new CallMethodResult(StatusCode.GOOD, new StatusCode[0], new DiagnosticInfo[0], out);
    } catch (CommandRefused e) {
      log.info("{}.{}{} refused: {}", device, command.name(), values, e.getMessage());
      return answer(
          switch (e.reason()) {
            case INVALID_STATE -> StatusCodes.Bad_InvalidState;
            case INVALID_ARGUMENT -> StatusCodes.Bad_InvalidArgument;
            case OUT_OF_RANGE -> StatusCodes.Bad_OutOfRange;
            case NO_COMMUNICATION -> StatusCodes.Bad_NoCommunication;
          });
    }
  }

  private static boolean fits(Command.Kind kind, @Nullable Object value) {
    return switch (kind) {
      case STRING -> value == null || value instanceof String;
      case DOUBLE -> value instanceof Number;
      case ANY -> true;
    };
  }

  private CallMethodResult answer(long status) {
    StatusCode[] checks = new StatusCode[command.in().size()];
    Arrays.fill(checks, StatusCode.GOOD);
    return new CallMethodResult(
        new StatusCode(status), checks, new DiagnosticInfo[0], new Variant[0]);
  }
}
