package io.kizuna.adapters.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.equipment.TagDefinition;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.processdata.IngestReadings;
import io.kizuna.processdata.IngestReadings.Origin;
import io.kizuna.processdata.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches a span from the device's own history, page by page, straight into core. */
final class OpcUaHistory {

  private static final Logger log = LoggerFactory.getLogger(OpcUaHistory.class);

  private static final int PAGE = 1_000;

  /** 60 days of a tag at one value in 5 s; beyond that something is wrong with the server. */
  private static final int PAGES_MAX = 1_100;

  private final OpcUaClient client;
  private final EquipmentId equipment;
  private final TagMap map;
  private final IngestReadings ingest;
  private final RecordClock clock;

  OpcUaHistory(
      OpcUaClient client,
      EquipmentId equipment,
      TagMap map,
      IngestReadings ingest,
      RecordClock clock) {
    this.client = client;
    this.equipment = equipment;
    this.map = map;
    this.ingest = ingest;
    this.clock = clock;
  }

  int read(Instant from, Instant to) throws UaException {
    int stored = 0;
    for (var tag : map.tags().values()) stored += read(tag, from, to);
    return stored;
  }

  private int read(TagDefinition tag, Instant from, Instant to) throws UaException {
    var node =
        OpcUaSubscriber.node(map.address(equipment.value(), tag.tag()), client.getNamespaceTable());
    // The end is exclusive in OPC 10000-11; one tick more makes it inclusive.
    var details =
        new ReadRawModifiedDetails(
            false,
            new DateTime(from),
            new DateTime(new DateTime(to).getUtcTime() + 1),
            uint(PAGE),
            false);
    var continuation = ByteString.NULL_VALUE;
    int stored = 0;
    for (int page = 0; page < PAGES_MAX; page++) {
      var result = call(node, details, continuation);
      if (result.getStatusCode().isBad()) {
        if (result.getStatusCode().getValue() == StatusCodes.Bad_HistoryOperationUnsupported) {
          return stored; // the gap stays what it is
        }
        throw new UaException(result.getStatusCode());
      }
      stored += ingest.ingest(readings(tag, result), Origin.BACKFILL);
      continuation = result.getContinuationPoint();
      if (continuation == null || continuation.isNull() || continuation.length() == 0) {
        return stored;
      }
    }
    log.warn("{} {}: history has more than {} pages", equipment, tag.tag(), PAGES_MAX);
    return stored;
  }

  private HistoryReadResult call(
      NodeId node, ReadRawModifiedDetails details, ByteString continuation) throws UaException {
    var id = new HistoryReadValueId(node, null, QualifiedName.NULL_VALUE, continuation);
    var results =
        client.historyRead(details, TimestampsToReturn.Both, false, List.of(id)).getResults();
    if (results == null || results.length == 0) {
      throw new UaException(StatusCodes.Bad_UnexpectedError);
    }
    return results[0];
  }

  private List<Reading> readings(TagDefinition tag, HistoryReadResult result) {
    var data = result.getHistoryData();
    if (data == null || data.isNull()) return List.of();
    var values = ((HistoryData) data.decode(client.getStaticEncodingContext())).getDataValues();
    if (values == null) return List.of();
    var readings = new ArrayList<Reading>();
    var receivedAt = clock.now();
    Reading before = null;
    for (var value : values) {
      var reading = DataValues.reading(equipment, tag, value, receivedAt, 0);
      if (before != null && before.sourceTime().equals(reading.sourceTime())) {
        reading = DataValues.reading(equipment, tag, value, receivedAt, before.sequence() + 1);
      }
      readings.add(reading);
      before = reading;
    }
    return readings;
  }
}
