package io.kizuna.simulator.opcua;

import static io.kizuna.simulator.opcua.TestClient.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowsePath;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePath;
import org.eclipse.milo.opcua.stack.core.types.structured.RelativePathElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in and what they find: security and LADS names over the wire. */
class EquipmentServerTest {
  private static final String DI = LadsNames.DI_URI;
  private static final String LADS = LadsNames.LADS_URI;
  private static final String OWN = EquipmentNamespace.URI;

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

  // Trust is never given by itself: an unknown certificate is refused and kept for a look
  @Test
  void unknownClientCertificateIsRejectedAndQuarantined() throws Exception {
    assertThat(refusal(() -> new TestClient("stranger").connect(suite.url)))
        .isIn(StatusCodes.Bad_SecurityChecksFailed, StatusCodes.Bad_CertificateUntrusted);
    RunningSuite.waitFor(
        () -> {
          try (var files = Files.list(suite.pkiDir.resolve("rejected"))) {
            return files.findAny().isPresent();
          } catch (java.io.IOException e) {
            return false;
          }
        });
  }

  @Test
  void anonymousUserAndWrongPasswordAreRejected() throws Exception {
    var known = new TestClient("known");
    Files.write(suite.pkiDir.resolve("trusted/known.der"), known.certificate.getEncoded());
    RunningSuite.waitFor(
        () -> {
          try {
            known.connect(suite.url).disconnect();
            return true;
          } catch (Exception notYet) {
            return false;
          }
        });
    assertThat(refusal(() -> known.connect(suite.url, TestClient.FORCED_ANONYMOUS)))
        .isIn(StatusCodes.Bad_IdentityTokenInvalid, StatusCodes.Bad_IdentityTokenRejected);
    assertThat(refusal(() -> known.connect(suite.url, new UsernameProvider("mes", "guess"))))
        .isIn(StatusCodes.Bad_UserAccessDenied, StatusCodes.Bad_IdentityTokenRejected);
  }

  @Test
  void policyNoneIsRefusedAlsoOnTheDiscoveryEndpoint() {
    for (String path : List.of("", "/discovery")) {
      for (var identity :
          List.of(TestClient.FORCED_ANONYMOUS, new UsernameProvider("mes", "kizuna-demo-link"))) {
        assertThat(refusal(() -> TestClient.connectWithoutSecurity(suite.url + path, identity)))
            .as("%s with %s", path, identity)
            .isIn(
                StatusCodes.Bad_SecurityPolicyRejected,
                StatusCodes.Bad_SecurityModeRejected,
                StatusCodes.Bad_ServiceUnsupported,
                StatusCodes.Bad_NotImplemented, // no session service on the discovery path
                StatusCodes.Bad_SecurityChecksFailed);
      }
    }
  }

  /** The status the server refused with. */
  private static long refusal(ThrowingCallable attempt) {
    Throwable thrown = catchThrowable(attempt);
    assertThat(thrown).isNotNull();
    return UaException.extractStatusCode(thrown).orElseThrow().getValue();
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
    for (var device : suite.simulation.plant().devices()) {
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

  private static DataValue read(String identifier) throws Exception {
    return client.readValue(0, TimestampsToReturn.Both, node(client, identifier));
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
