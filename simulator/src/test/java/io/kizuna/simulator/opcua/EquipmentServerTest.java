package io.kizuna.simulator.opcua;

import static io.kizuna.simulator.opcua.TestClient.call;
import static io.kizuna.simulator.opcua.TestClient.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.plant.FaultDesk;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.AnonymousProvider;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryData;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadResult;
import org.eclipse.milo.opcua.stack.core.types.structured.HistoryReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.KeyValuePair;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadRawModifiedDetails;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite over the wire, Basic256Sha256 SignAndEncrypt, one server for all tests. */
class EquipmentServerTest {
  private static final String DI = LadsNames.DI_URI;
  private static final String LADS = LadsNames.LADS_URI;
  private static final String OWN = EquipmentNamespace.URI;

  @TempDir static Path dir;
  private static Simulation simulation;
  private static EquipmentServer server;
  private static String url;
  private static OpcUaClient client;

  @BeforeAll
  static void serve() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    url = "opc.tcp://localhost:" + port + "/kizuna-sim";
    simulation =
        new Simulation(new Simulation.Options(dir, 1, null, 20, null), System::currentTimeMillis);
    Pki pki = Pki.open(dir.resolve("pki"), EquipmentServer.APPLICATION_URI, List.of());
    server =
        new EquipmentServer(
            new EquipmentServer.Options("127.0.0.1", port, "mes", "kizuna-demo-link", false),
            pki,
            simulation);
    server.start();
    simulation.start(server.listener());
    var trusted = new TestClient("trusted client");
    trusted.seedTrust(dir.resolve("pki/trusted")); // while the server runs
    waitFor(() -> !pki.trustList.getTrustedCertificates().isEmpty());
    client = trusted.connect(url);
  }

  @AfterAll
  static void stop() throws Exception {
    if (client != null) client.disconnect();
    server.close();
    simulation.close();
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + 15_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited 15 s").isLessThan(end);
      Thread.sleep(50);
    }
  }

  private static DataValue read(String identifier) throws Exception {
    return client.readValue(0, TimestampsToReturn.Both, node(client, identifier));
  }

  // Trust is never given by itself: an unknown certificate is refused and kept for a look
  @Test
  void unknownClientCertificateIsRejectedAndQuarantined() throws Exception {
    assertThatThrownBy(() -> new TestClient("stranger").connect(url)).isNotNull();
    waitFor(
        () -> {
          try (var files = Files.list(dir.resolve("pki/rejected"))) {
            return files.findAny().isPresent();
          } catch (java.io.IOException e) {
            return false;
          }
        });
  }

  @Test
  void anonymousUserAndWrongPasswordAreRejected() throws Exception {
    var known = new TestClient("known");
    Files.write(dir.resolve("pki/trusted/known.der"), known.certificate.getEncoded());
    waitFor(
        () -> {
          try {
            known.connect(url).disconnect();
            return true;
          } catch (Exception notYet) {
            return false;
          }
        });
    assertThatThrownBy(() -> known.connect(url, new AnonymousProvider())).isNotNull();
    assertThatThrownBy(() -> known.connect(url, new UsernameProvider("mes", "guess"))).isNotNull();
  }

  @Test
  void policyNoneIsRefusedAlsoOnTheDiscoveryEndpoint() {
    assertThatThrownBy(() -> TestClient.connectWithoutSecurity(url, new AnonymousProvider()))
        .isNotNull();
    assertThatThrownBy(
            () -> TestClient.connectWithoutSecurity(url + "/discovery", new AnonymousProvider()))
        .isNotNull();
    assertThatThrownBy(
            () ->
                TestClient.connectWithoutSecurity(
                    url + "/discovery", new UsernameProvider("mes", "kizuna-demo-link")))
        .isNotNull();
  }

  // OPC 30500-1: names as the standard spells them, each in its own namespace
  @Test
  void valuesAreFoundByWalkingTheLadsNames() throws Exception {
    assertThat(
            walk(
                name(DI, "DeviceSet"),
                name(OWN, "BRX-01"),
                name(LADS, "FunctionalUnitSet"),
                name(OWN, "CultureUnit"),
                name(LADS, "FunctionSet"),
                name(OWN, "Temperature"),
                name(LADS, "CurrentValue")))
        .isEqualTo(node(client, "BRX-01.T_PV"));
    assertThat(
            walk(
                name(DI, "DeviceSet"),
                name(OWN, "CRF-01"),
                name(LADS, "FunctionalUnitSet"),
                name(OWN, "FreezingUnit"),
                name(LADS, "ProgramManager"),
                name(LADS, "ActiveProgram"),
                name(LADS, "DeviceProgramRunId")))
        .isEqualTo(node(client, "CRF-01.PROGRAM_RUN"));
    assertThat(
            walk(
                name(DI, "DeviceSet"),
                name(OWN, "CRF-01"),
                name(LADS, "FunctionalUnitSet"),
                name(OWN, "FreezingUnit"),
                name(LADS, "FunctionalUnitState"),
                name(LADS, "StartProgram")))
        .isEqualTo(node(client, "CRF-01.StartProgram"));
    NodeId model = walk(name(DI, "DeviceSet"), name(OWN, "BRX-01"), name(DI, "SerialNumber"));
    assertThat(client.readValue(0, TimestampsToReturn.Both, model).value().value())
        .isEqualTo("RB25-0001");
  }

  private static QualifiedName name(String uri, String name) {
    return TestClient.name(client, uri, name);
  }

  private static NodeId walk(QualifiedName... names) throws Exception {
    RelativePathElement[] path =
        Arrays.stream(names)
            .map(n -> new RelativePathElement(NodeIds.HierarchicalReferences, false, true, n))
            .toArray(RelativePathElement[]::new);
    var result =
        client.translateBrowsePaths(
                List.of(new BrowsePath(NodeIds.ObjectsFolder, new RelativePath(path))))
            .getResults()[0];
    assertThat(result.getStatusCode()).as(Arrays.toString(names)).isEqualTo(StatusCode.GOOD);
    return result.getTargets()[0].getTargetId().toNodeId(client.getNamespaceTable()).orElseThrow();
  }

  @Test
  void everyTagHasAValueAndAnalogOnesUnitAndRange() throws Exception {
    for (var device : simulation.plant().devices()) {
      List<NodeId> ids = new ArrayList<>();
      for (var tag : device.tags()) ids.add(node(client, tag.key()));
      List<DataValue> values = client.readValues(0, TimestampsToReturn.Both, ids);
      for (int i = 0; i < ids.size(); i++) {
        assertThat(values.get(i).statusCode()).as("%s", ids.get(i)).isEqualTo(StatusCode.GOOD);
        assertThat(values.get(i).value().value()).as("%s", ids.get(i)).isNotNull();
      }
    }
    var unit = (ExtensionObject) read("BRX-01.T_PV.EngineeringUnits").value().value();
    var information = (EUInformation) unit.decode(client.getStaticEncodingContext());
    assertThat(information.getUnitId()).as("UNECE CEL").isEqualTo(4408652);
    assertThat(information.getDisplayName().text()).isEqualTo("°C");
  }

  // Contract: pushed values, source time is plant time and rises strictly, nothing doubled
  @Test
  void subscriptionDeliversEverySampleOnceInSourceOrder() throws Exception {
    List<DataValue> got = new CopyOnWriteArrayList<>();
    OpcUaSubscription subscription = subscribe("BRX-02.BAG_P", got);
    waitFor(() -> got.size() >= 60);
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

  // Contract: the same SupervisoryTaskId again returns the first run; structure arrays are accepted
  @Test
  void startProgramIsIdempotentAndAnswersWrongStateAndUnknownProgram() throws Exception {
    var structures =
        Variant.ofExtensionObjectArray(
            new ExtensionObject[] {
              ExtensionObject.encode(
                  client.getStaticEncodingContext(),
                  new KeyValuePair(new QualifiedName(0, "fill"), Variant.ofString("30")))
            });
    CallMethodResult first = start("BRX-01", "EXP-ROCK-37", "TASK-1", structures);
    assertThat(first.getStatusCode()).isEqualTo(StatusCode.GOOD);
    Object run = first.getOutputArguments()[0].value();
    assertThat(start("BRX-01", "EXP-ROCK-37", "TASK-1", Variant.NULL_VALUE))
        .satisfies(r -> assertThat(r.getOutputArguments()[0].value()).isEqualTo(run));
    assertThat(read("BRX-01.PROGRAM_RUN").value().value()).isEqualTo(run);
    assertThat(read("BRX-01.PROGRAM_TASK").value().value()).isEqualTo("TASK-1");
    assertThat(read("BRX-01.BATCH_ID").value().value()).isEqualTo("JOB-1");
    assertThat(status(start("BRX-01", "EXP-ROCK-37", "TASK-2", Variant.NULL_VALUE)))
        .isEqualTo(StatusCodes.Bad_InvalidState);
    assertThat(status(start("BRX-02", "NO-SUCH", "TASK-3", Variant.NULL_VALUE)))
        .isEqualTo(StatusCodes.Bad_InvalidArgument);
    assertThat(status(call(client, "BRX-01", "Unhold"))).isEqualTo(StatusCodes.Bad_InvalidState);
    NodeId results = node(client, "BRX-01.ProgramManager.ResultSet." + run + ".SupervisoryTaskId");
    assertThat(client.readValue(0, TimestampsToReturn.Both, results).value().value())
        .isEqualTo("TASK-1");
  }

  private static CallMethodResult start(
      String device, String program, String task, Variant properties) throws Exception {
    return call(
        client,
        device,
        "StartProgram",
        Variant.ofString(program),
        properties,
        Variant.ofString("JOB-1"),
        Variant.ofString(task),
        Variant.NULL_VALUE);
  }

  private static long status(CallMethodResult result) {
    return result.getStatusCode().getValue();
  }

  @Test
  void setPointOutsideItsRangeOrOfAMeasuredTagIsRefused() throws Exception {
    assertThat(status(setPoint("T_SP", 36.5))).isZero();
    waitFor(
        () -> {
          try {
            return Double.valueOf(36.5).equals(read("BRX-02.T_SP").value().value());
          } catch (Exception e) {
            return false;
          }
        });
    assertThat(status(setPoint("T_SP", 99))).isEqualTo(StatusCodes.Bad_OutOfRange);
    assertThat(status(setPoint("T_PV", 37))).isEqualTo(StatusCodes.Bad_InvalidArgument);
    assertThat(status(call(client, "BRX-02", "SetSetpoint", Variant.ofString("T_SP"))))
        .isEqualTo(StatusCodes.Bad_ArgumentsMissing);
  }

  private static CallMethodResult setPoint(String tag, double value) throws Exception {
    return call(
        client,
        "BRX-02",
        "SetSetpoint",
        Variant.ofString(tag),
        Variant.ofDouble(value),
        Variant.ofDouble(0));
  }

  // OPC 10000-11: continuation points until all is read, the same values as were sent
  @Test
  void historyReadGoesOnWithContinuationPoints() throws Exception {
    waitFor(() -> stored("LNF-02.O2_ROOM") > 25);
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
    return simulation.plant().history().between(key, 0, Long.MAX_VALUE, 1000).size();
  }

  private static Instant simulationNow() {
    return Instant.ofEpochMilli(simulation.plant().nowMs() + 1);
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
    waitFor(() -> got.size() >= 2);
    simulation.act(
        () ->
            simulation
                .faultDesk()
                .inject(new FaultDesk.Request("SM04", "INC-02", null, "PT60S", null, null), 0));
    assertThat(status(call(client, "INC-02", "OpenDoor")))
        .isEqualTo(StatusCodes.Bad_NoCommunication);
    waitFor(
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

  @Test
  void variablesCannotBeWritten() throws Exception {
    StatusCode written =
        client
            .writeValues(
                List.of(node(client, "BRX-01.T_SP")),
                List.of(DataValue.valueOnly(Variant.ofDouble(40))))
            .get(0);
    assertThat(written.isBad()).isTrue();
  }
}
