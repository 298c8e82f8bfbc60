package io.kizuna.simulator.opcua;

import static io.kizuna.simulator.opcua.TestClient.call;
import static io.kizuna.simulator.opcua.TestClient.node;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.types.structured.CallMethodResult;
import org.eclipse.milo.opcua.stack.core.types.structured.KeyValuePair;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods over the wire: programs and set points. */
class EquipmentCommandsTest {
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
    RunningSuite.waitFor(
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

  private static DataValue read(String identifier) throws Exception {
    return client.readValue(0, TimestampsToReturn.Both, node(client, identifier));
  }
}
