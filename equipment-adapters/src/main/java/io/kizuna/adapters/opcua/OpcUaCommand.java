package io.kizuna.adapters.opcua;

import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.adapters.tagmap.TagMap.Argument;
import io.kizuna.adapters.tagmap.TagMap.Method;
import io.kizuna.equipment.EquipmentCommands.Command;
import io.kizuna.equipment.EquipmentCommands.Confirmation;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodRequest;
import org.jspecify.annotations.Nullable;

/**
 * One command on one device: is it already done, is the state right, call, read back. The device is
 * asked before and after, because an answer can be lost in either direction.
 */
final class OpcUaCommand {

  private static final long POLL_MS = 200;
  private static final int CALL_MS_MAX = 10_000;

  private final OpcUaClient client;
  private final TagMap map;
  private final Method method;
  private final Command command;
  private final Duration confirm;

  /** The unit as it says it is. */
  private record Unit(String state, String program, String run, String task) {}

  OpcUaCommand(OpcUaClient client, TagMap map, Method method, Command command, Duration confirm) {
    this.client = client;
    this.map = map;
    this.method = method;
    this.command = command;
    this.confirm = confirm;
  }

  Confirmation execute() throws InterruptedException {
    var unit = unit();
    var already = alreadyDone(unit);
    if (already.isPresent()) return already.get();
    checkState(unit);
    if (command.action().equals("SET_POINTS")) return setPoints();
    prepare(unit);
    try {
      call(method.name(), arguments(null, null));
    } catch (MesException e) {
      // The answer may be lost although the device has acted: ask it.
      if (e.code() != ErrorCode.EQUIPMENT_UNREACHABLE) throw e;
      return readBack().orElseThrow(() -> e);
    }
    return readBack()
        .orElseThrow(
            () ->
                refused(
                    "The device shows that it carried out the command.",
                    unit().toString(),
                    method.confirm().toString()));
  }

  private Optional<Confirmation> alreadyDone(Unit unit) {
    return switch (command.action()) {
      case "START_PROGRAM" -> {
        boolean same = unit.task.equals(command.key());
        boolean shared =
            method.shared()
                && unit.state.equals("Execute")
                && unit.program.equals(command.program());
        yield same || shared ? Optional.of(confirmation(unit)) : Optional.empty();
      }
      case "HOLD", "UNHOLD", "STOP" ->
          method.confirm().contains(unit.state)
              ? Optional.of(confirmation(unit))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private void checkState(Unit unit) {
    if (command.expectedStates().isEmpty() || command.expectedStates().contains(unit.state)) return;
    throw refused(
        "The device must be in an expected state.",
        unit.state,
        String.join(", ", command.expectedStates()));
  }

  private void prepare(Unit unit) throws InterruptedException {
    var first = method.prepare().get(unit.state);
    if (first == null) return;
    call(first, new Variant[0]);
    long end = System.nanoTime() + confirm.toNanos();
    while (System.nanoTime() < end) {
      Thread.sleep(POLL_MS);
      var state = unit().state;
      if (state.equals("Idle") || state.equals("Stopped")) return;
    }
    throw refused("The device must be ready for a new program.", unit().state, "Idle");
  }

  /** Polls until the device shows the effect; empty if it does not in time. */
  private Optional<Confirmation> readBack() throws InterruptedException {
    long end = System.nanoTime() + confirm.toNanos();
    while (true) {
      var unit = unit();
      boolean mine = !command.action().equals("START_PROGRAM") || unit.task.equals(command.key());
      boolean shown = method.confirm().isEmpty() || method.confirm().contains(unit.state);
      // A run of ours that ended meanwhile, in whatever state, was started all the same.
      boolean ended = command.action().equals("START_PROGRAM") && unit.state.equals("Aborted");
      if (mine && (shown || ended)) return Optional.of(confirmation(unit));
      if (System.nanoTime() > end) return Optional.empty();
      Thread.sleep(POLL_MS);
    }
  }

  private Confirmation setPoints() throws InterruptedException {
    for (var tag : command.setPoints().keySet()) {
      if (method.tags().contains(tag)) continue;
      throw new MesException(
          ErrorCode.COMMAND_NOT_ALLOWED,
          "Only the set points of the tag map can be written.",
          tag,
          method.tags().toString(),
          "EQUIPMENT_ENGINEER");
    }
    for (var entry : command.setPoints().entrySet()) {
      double wanted = number(entry);
      if (isSet(entry.getKey(), wanted)) continue;
      call(method.name(), arguments(entry.getKey(), wanted));
      awaitSet(entry.getKey(), wanted);
    }
    return confirmation(unit());
  }

  private void awaitSet(String tag, double wanted) throws InterruptedException {
    long end = System.nanoTime() + confirm.toNanos();
    while (!isSet(tag, wanted)) {
      if (System.nanoTime() > end) {
        throw refused(
            "The device reads back what was set.",
            tag + " = " + texts(List.of(tag)).get(0),
            tag + " = " + wanted);
      }
      Thread.sleep(POLL_MS);
    }
  }

  private boolean isSet(String tag, double wanted) {
    var text = texts(List.of(tag)).get(0);
    if (text == null) return false;
    double tolerance = Math.max(1e-9, Math.abs(wanted) * method.tolerancePercent() / 100);
    try {
      return Math.abs(Double.parseDouble(text) - wanted) <= tolerance;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static double number(Map.Entry<String, String> setPoint) {
    try {
      double value = Double.parseDouble(setPoint.getValue());
      if (Double.isFinite(value)) return value;
    } catch (NumberFormatException e) {
      // refused below, like infinity
    }
    throw new MesException(
        ErrorCode.VALUE_INVALID,
        "A set point is a number.",
        setPoint.getKey() + " = " + setPoint.getValue(),
        null,
        null);
  }

  private Variant[] arguments(@Nullable String tag, @Nullable Double value) {
    return method.arguments().stream()
        .map(a -> new Variant(argument(a, tag, value)))
        .toArray(Variant[]::new);
  }

  private @Nullable Object argument(
      Argument argument, @Nullable String tag, @Nullable Double value) {
    return switch (argument) {
      case PROGRAM -> command.program();
      case JOB -> command.job();
      case KEY -> command.key();
      case TAG -> tag;
      case VALUE -> value;
      case ZERO -> Double.valueOf(0);
      case NONE -> null;
    };
  }

  private void call(String name, Variant[] arguments) throws InterruptedException {
    var device = command.equipment().value();
    StatusCode status;
    try {
      var namespaces = client.getNamespaceTable();
      var request =
          new CallMethodRequest(
              OpcUaSubscriber.node(map.address(device, map.unit()), namespaces),
              OpcUaSubscriber.node(map.address(device, name), namespaces),
              arguments);
      var results =
          client.callAsync(List.of(request)).get(CALL_MS_MAX, TimeUnit.MILLISECONDS).getResults();
      status = Objects.requireNonNull(results)[0].getStatusCode();
    } catch (UaException | ExecutionException | TimeoutException e) {
      throw unreachable(e);
    }
    if (status.isGood()) return;
    if (status.getValue() == StatusCodes.Bad_NoCommunication
        || status.getValue() == StatusCodes.Bad_Timeout) {
      throw unreachable(new UaException(status.getValue()));
    }
    throw refused(
        "The device accepts the command.", name + ": " + LinkFailure.name(status), "Good");
  }

  private Unit unit() {
    var texts = texts(List.of(map.state(), map.program(), map.run(), map.task()));
    var state = texts.get(0);
    if (state == null) {
      throw unreachable(new UaException(StatusCodes.Bad_NoCommunication));
    }
    return new Unit(state, orEmpty(texts.get(1)), orEmpty(texts.get(2)), orEmpty(texts.get(3)));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private List<@Nullable String> texts(List<String> tags) {
    try {
      return OpcUaReads.texts(client, map, command.equipment().value(), tags);
    } catch (UaException e) {
      throw unreachable(e);
    }
  }

  private static Confirmation confirmation(Unit unit) {
    return new Confirmation(unit.run.isEmpty() ? null : unit.run, unit.state);
  }

  private MesException unreachable(Exception cause) {
    var reason = LinkFailure.down(cause, null).reason();
    return new MesException(
        ErrorCode.EQUIPMENT_UNREACHABLE,
        "The device acknowledges a command in time.",
        command.equipment() + ": " + reason,
        null,
        "EQUIPMENT_ENGINEER");
  }

  private MesException refused(String rule, String value, String needed) {
    return new MesException(
        ErrorCode.EQUIPMENT_STATE,
        rule,
        command.equipment() + ": " + value,
        needed,
        "EQUIPMENT_ENGINEER");
  }
}
