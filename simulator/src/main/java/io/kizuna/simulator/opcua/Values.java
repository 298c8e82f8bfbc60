package io.kizuna.simulator.opcua;

import io.kizuna.simulator.equipment.ValueType;
import io.kizuna.simulator.history.Quality;
import io.kizuna.simulator.history.Sample;
import java.time.Instant;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;

/** Samples in the words of the protocol. */
final class Values {
  private static final StatusCode NO_COMMUNICATION =
      new StatusCode(StatusCodes.Bad_NoCommunication);
  private static final StatusCode LAST_USABLE =
      new StatusCode(StatusCodes.Uncertain_LastUsableValue);

  private Values() {}

  /** Source time is plant time; server time is when this machine handed it out. */
  static DataValue of(Sample sample, DateTime serverTime) {
    return new DataValue(
        variant(sample.value()), status(sample.quality()), time(sample.timeMs()), serverTime);
  }

  private static Variant variant(@Nullable Object value) {
    return value instanceof Instant at ? new Variant(new DateTime(at)) : new Variant(value);
  }

  private static StatusCode status(Quality quality) {
    return switch (quality) {
      case GOOD -> StatusCode.GOOD;
      case NO_COMMUNICATION -> NO_COMMUNICATION;
      case LAST_USABLE -> LAST_USABLE;
    };
  }

  static DateTime time(long epochMs) {
    return new DateTime(Instant.ofEpochMilli(epochMs));
  }

  static NodeId dataType(ValueType type) {
    return switch (type) {
      case DOUBLE -> NodeIds.Double;
      case INT -> NodeIds.Int32;
      case BOOLEAN -> NodeIds.Boolean;
      case STRING -> NodeIds.String;
      case TIME -> NodeIds.UtcTime;
    };
  }
}
