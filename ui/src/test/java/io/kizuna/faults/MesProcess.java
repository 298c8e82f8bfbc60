package io.kizuna.faults;

import io.kizuna.demonstration.DemonstrationServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The MES as a process of its own, which can be ended as by a power cut. */
final class MesProcess implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofMinutes(3);

  private final Path folder;
  private final Map<String, String> properties;
  private final int port;
  private Process process;

  MesProcess(Path folder, Map<String, String> properties) throws IOException {
    this.folder = folder;
    this.properties = properties;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Returns when it is ready. */
  void start() throws Exception {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(DemonstrationServer.class.getName());
    command.add("--server.port=" + port);
    command.add("--kizuna.equipment.pki=" + folder.resolve("pki"));
    command.add("--kizuna.demonstration.simulator-certificate=" + folder.resolve("none.der"));
    properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("mes.log").toFile()))
            .start();
    long end = System.nanoTime() + START_MAX.toNanos();
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("the MES does not start: " + Files.readString(log()));
      }
      Thread.sleep(100);
    }
  }

  private Path log() {
    return folder.resolve("mes.log");
  }

  private boolean ready() throws InterruptedException {
    var ask = HttpRequest.newBuilder(url().resolve("/actuator/health/readiness")).build();
    try {
      return HttpClient.newHttpClient().send(ask, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not yet
    }
  }

  boolean alive() {
    return process != null && process.isAlive();
  }

  /** {@code kill -9}: nothing is flushed, nobody is told. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) kill();
  }
}
