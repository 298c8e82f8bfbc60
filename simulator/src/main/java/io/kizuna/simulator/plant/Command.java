package io.kizuna.simulator.plant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method a device offers, with LADS argument names. */
public record Command(String name, List<Parameter> in, List<Parameter> out, Action action) {

  /** ANY is an array of structures this device accepts and does not read. */
  public enum Kind {
    STRING,
    DOUBLE,
    ANY
  }

  public record Parameter(String name, Kind kind) {}

  /** What the device does; arguments are checked for number and kind before. */
  public interface Action {
    List<Object> perform(Arguments arguments, long nowMs) throws CommandRefused;
  }

  /** Typed access to the given arguments; absent texts read as empty. */
  public record Arguments(List<@Nullable Object> values) {
    public String text(int i) {
      return values.get(i) instanceof String s ? s : "";
    }

    /**
     * @throws CommandRefused INVALID_ARGUMENT if it is not a finite number.
     */
    public double number(int i) throws CommandRefused {
      if (values.get(i) instanceof Number n && Double.isFinite(n.doubleValue())) {
        return n.doubleValue();
      }
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_ARGUMENT, "argument " + i + " is not a finite number");
    }
  }

  /** A command without arguments and results. */
  static Command simple(String name, Simple action) {
    return new Command(
        name,
        List.of(),
        List.of(),
        (arguments, nowMs) -> {
          action.perform(nowMs);
          return List.of();
        });
  }

  /** See {@link #simple}. */
  interface Simple {
    void perform(long nowMs) throws CommandRefused;
  }
}
