package io.kizuna.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Exit codes scripts rely on. */
class CommandLineTest {
  @Test
  void helpIsAnswered() {
    assertThat(SimulatorApplication.run("help")).isZero();
    assertThat(SimulatorApplication.run("serve", "--help")).isZero();
  }

  @Test
  void unknownOptionIsAUsageError() {
    assertThat(SimulatorApplication.run("serve", "--no-such")).isEqualTo(2);
    assertThat(SimulatorApplication.run("serve", "--speed", "9000")).isEqualTo(2);
    assertThat(SimulatorApplication.run("--no-such")).as("serve is the default").isEqualTo(2);
  }

  @Test
  void clockAndInjectSayWhenNoSimulatorAnswers() throws Exception {
    String nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = "http://127.0.0.1:" + free.getLocalPort();
    }
    assertThat(SimulatorApplication.run("clock", "--url", nobody)).isEqualTo(2);
    assertThat(SimulatorApplication.run("inject", "SM04", "BRX-01", "--url", nobody)).isEqualTo(2);
  }
}
