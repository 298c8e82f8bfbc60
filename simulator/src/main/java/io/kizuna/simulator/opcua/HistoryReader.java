package io.kizuna.simulator.opcua;

import io.kizuna.simulator.history.History;
import io.kizuna.simulator.history.Sample;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.encoding.EncodingContext;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.jspecify.annotations.Nullable;

/**
 * HistoryRead raw (OPC 10000-11): start inclusive, end exclusive, newest first if start is later
 * than end. A continuation point is the time to go on from, so the server keeps nothing per client.
 */
final class HistoryReader {
  private static final int MAX_PER_CALL = 5000;
  private static final int MAX_REVERSED = 100_000;

  private final History history;
  private final EncodingContext encoding;

  HistoryReader(History history, EncodingContext encoding) {
    this.history = history;
    this.encoding = encoding;
  }

  HistoryReadResult read(String key, ReadRawModifiedDetails d, @Nullable ByteString continuation) {
    if (Boolean.TRUE.equals(d.getIsReadModified())) {
      return failed(StatusCodes.Bad_HistoryOperationUnsupported);
    }
    long from = millis(d.getStartTime(), Long.MIN_VALUE);
    long to = millis(d.getEndTime(), Long.MAX_VALUE);
    if (continuation != null && continuation.isNotNull()) {
      if (continuation.length() != Long.BYTES) {
        return failed(StatusCodes.Bad_ContinuationPointInvalid);
      }
      from = ByteBuffer.wrap(continuation.bytesOrEmpty()).getLong();
    }
    int asked = d.getNumValuesPerNode() == null ? 0 : d.getNumValuesPerNode().intValue();
    int max = asked <= 0 ? MAX_PER_CALL : Math.min(asked, MAX_PER_CALL);
    return from <= to
        ? page(forward(key, from, to, max + 1), max)
        : page(backward(key, from, to, max + 1), max);
  }

  private List<Sample> forward(String key, long from, long to, int count) {
    return history.between(key, from, to, count);
  }

  private List<Sample> backward(String key, long from, long to, int count) {
    List<Sample> range = history.between(key, to + 1, from + 1, MAX_REVERSED);
    List<Sample> newestFirst = new ArrayList<>(range);
    Collections.reverse(newestFirst);
    return newestFirst.subList(0, Math.min(count, newestFirst.size()));
  }

  private HistoryReadResult page(List<Sample> found, int max) {
    boolean more = found.size() > max;
    DataValue[] values =
        found.stream()
            .limit(max)
            .map(s -> Values.of(s, Values.time(s.timeMs())))
            .toArray(DataValue[]::new);
    ByteString next = ByteString.NULL_VALUE;
    if (more) {
      long at = found.get(max).timeMs();
      next = ByteString.of(ByteBuffer.allocate(Long.BYTES).putLong(at).array());
    }
    StatusCode status =
        values.length == 0 ? new StatusCode(StatusCodes.Good_NoData) : StatusCode.GOOD;
    return new HistoryReadResult(
        status, next, ExtensionObject.encode(encoding, new HistoryData(values)));
  }

  private static long millis(@Nullable DateTime time, long otherwise) {
    return time == null || time.getUtcTime() <= 0 ? otherwise : time.getJavaTime();
  }

  static HistoryReadResult failed(long status) {
    return new HistoryReadResult(new StatusCode(status), ByteString.NULL_VALUE, null);
  }
}
