package io.kizuna.simulator.opcua;

import static io.kizuna.simulator.opcua.TestClient.call;
import static io.kizuna.simulator.opcua.TestClient.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kizuna.simulator.plant.FaultDesk;
import io.kizuna.simulator.plant.UnitState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples over the wire: subscription, history, lost communication. */
class EquipmentSamplesTest {
  @TempDir static Path dir;
  private static RunningSuite suite;
  private static OpcUaClient client;

  @BeforeAll
  static void serve() throws Exception {
    suite = new RunningSuite(dir, 40);
    client = suite.client;
  }

  @AfterAll
  static void stop() throws Exception {
    suite.close();
  }

  // Contract: pushed values, source time is plant time and rises strictly, nothing doubled
  @Test
  void subscriptionDeliversEverySampleOnceInSourceOrder() throws Exception {
    List<DataValue> got = new CopyOnWriteArrayList<>();
    OpcUaSubscription subscription = subscribe("BRX-02.BAG_P", got);
    RunningSuite.waitFor(() -> got.size() >= 60);
    subscription.delete();
    List<Instant> times = got.stream().map(v -> v.sourceTime().getJavaInstant()).toList();
    for (int i = 1; i < times.size(); i++) assertThat(times.get(i)).isAfter(times.get(i - 1));
    List<DataValue> stored =
        history("BRX-02.BAG_P", times.get(0), times.get(times.size() - 1).plusMillis(1), 10_000);
    assertThat(stored).extracting(v -> v.sourceTime().getJavaInstant()).isEqualTo(times);
    assertThat(stored)
        .extracting(v -> v.value().value())
        .isEqualTo(got.stream().map(v -> v.value().value()).toList());
  }

  private static OpcUaSubscription subscribe(String identifier, List<DataValue> to)
      throws Exception {
    var subscription = new OpcUaSubscription(client);
    subscription.setPublishingInterval(100.0);
    subscription.create();
    var item = OpcUaMonitoredItem.newDataItem(node(client, identifier));
    item.setSamplingInterval(0.0);
    item.setQueueSize(uint(1000));
    item.setFilter(new DataChangeFilter(DataChangeTrigger.StatusValueTimestamp, uint(0), 0.0));
    item.setDataValueListener((i, value) -> to.add(value));
    subscription.addMonitoredItem(item);
    subscription.synchronizeMonitoredItems();
    return subscription;
  }

  // 11.1.4 at any speed: the freezing curve arrives whole, 5 s apart, several values per publish
  @Test
  void freezingCurveArrivesWholeAtTwoThousandTimesTheSpeed() throws Exception {
    List<DataValue> got = new CopyOnWriteArrayList<>();
    OpcUaSubscription subscription = subscribe("CRF-01.SAMPLE_T1", got);
    suite.simulation.clock().speed(2000, 0);
    suite.simulation.call(
        "CRF-01", "StartProgram", Arrays.asList("CRF-CART-30ML", null, "B", "T", null));
    var unit = suite.simulation.plant().device("CRF-01").orElseThrow().unit();
    RunningSuite.waitFor(() -> unit.state() == UnitState.COMPLETE);
    suite.simulation.clock().speed(40, 0);
    Instant end = Instant.ofEpochMilli(suite.simulation.plant().nowMs());
    RunningSuite.waitFor(() -> times(got).get(got.size() - 1).isAfter(end));
    subscription.delete();
    List<Instant> times = times(got);
    List<DataValue> stored = history("CRF-01.SAMPLE_T1", times.get(0), end, 10_000);
    assertThat(stored.size()).isGreaterThan(840);
    assertThat(times).startsWith(times(stored).toArray(Instant[]::new));
  }

  // OPC 10000-11: continuation points until all is read, the same values as were sent
  @Test
  void historyReadGoesOnWithContinuationPoints() throws Exception {
    RunningSuite.waitFor(() -> stored("LNF-02.O2_ROOM") > 25);
    List<DataValue> inPages =
        history("LNF-02.O2_ROOM", Instant.EPOCH.plusSeconds(1), simulationNow(), 7);
    List<DataValue> atOnce =
        history("LNF-02.O2_ROOM", Instant.EPOCH.plusSeconds(1), simulationNow(), 10_000);
    assertThat(inPages.size()).isGreaterThan(25);
    assertThat(times(atOnce)).startsWith(times(inPages).toArray(Instant[]::new));
    List<DataValue> newestFirst =
        history("LNF-02.O2_ROOM", simulationNow(), Instant.EPOCH.plusSeconds(1), 7);
    assertThat(times(newestFirst)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(newestFirst.size()).isGreaterThanOrEqualTo(inPages.size());
  }

  private static int stored(String key) {
    return suite.simulation.plant().history().between(key, 0, Long.MAX_VALUE, 1000).size();
  }

  private static Instant simulationNow() {
    return Instant.ofEpochMilli(suite.simulation.plant().nowMs() + 1);
  }

  private static List<Instant> times(List<DataValue> values) {
    return values.stream().map(v -> v.sourceTime().getJavaInstant()).toList();
  }

  private static List<DataValue> history(String key, Instant from, Instant to, int page)
      throws Exception {
    List<DataValue> all = new ArrayList<>();
    ByteString continuation = ByteString.NULL_VALUE;
    var details =
        new ReadRawModifiedDetails(false, new DateTime(from), new DateTime(to), uint(page), false);
    do {
      HistoryReadResult result =
          client.historyRead(
                  details,
                  TimestampsToReturn.Both,
                  false,
                  List.of(
                      new HistoryReadValueId(
                          node(client, key), null, QualifiedName.NULL_VALUE, continuation)))
              .getResults()[0];
      assertThat(result.getStatusCode().isGood()).isTrue();
      var data = (HistoryData) result.getHistoryData().decode(client.getStaticEncodingContext());
      all.addAll(List.of(data.getDataValues()));
      continuation = result.getContinuationPoint();
    } while (continuation != null && continuation.isNotNull());
    return all;
  }

  // SM04 over the wire: Bad_NoCommunication, Uncertain_LastUsableValue once, Good
  @Test
  void communicationLossShowsItsStatusCodes() throws Exception {
    List<DataValue> got = new CopyOnWriteArrayList<>();
    OpcUaSubscription subscription = subscribe("INC-02.CO2_PV", got);
    RunningSuite.waitFor(() -> got.size() >= 2);
    suite.simulation.act(
        () ->
            suite
                .simulation
                .faultDesk()
                .inject(new FaultDesk.Request("SM04", "INC-02", null, "PT60S", null, null), 0));
    assertThat(openDoor().getStatusCode().getValue()).isEqualTo(StatusCodes.Bad_NoCommunication);
    RunningSuite.waitFor(
        () ->
            got.stream().anyMatch(v -> v.statusCode().isBad())
                && got.get(got.size() - 1).statusCode().isGood());
    subscription.delete();
    List<Long> codes = new ArrayList<>();
    for (DataValue v : got) {
      long code = v.statusCode().getValue();
      if (codes.isEmpty() || codes.get(codes.size() - 1) != code) codes.add(code);
    }
    assertThat(codes)
        .containsExactly(
            0L, StatusCodes.Bad_NoCommunication, StatusCodes.Uncertain_LastUsableValue, 0L);
    assertThat(got).filteredOn(v -> v.statusCode().isUncertain()).hasSize(1);
    assertThat(got).filteredOn(v -> v.statusCode().isBad()).allMatch(v -> v.value().isNull());
  }

  private static CallMethodResult openDoor() throws Exception {
    return call(client, "INC-02", "OpenDoor");
  }
}
