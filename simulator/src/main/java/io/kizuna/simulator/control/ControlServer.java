package io.kizuna.simulator.control;

import com.sun.net.httpserver.HttpServer;
import io.kizuna.simulator.engine.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP control; bound to the loopback only, because it has no log-in. */
public final class ControlServer implements AutoCloseable {
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);

  /**
   * @param port 0 takes a free one.
   */
  public ControlServer(int port, Simulation simulation) {
    Routes routes = new Routes();
    new ClockResource(simulation).register(routes);
    new BenchResource(simulation).register(routes);
    new PlantResource(simulation).register(routes);
    try {
      InetAddress loopback = InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
      server = HttpServer.create(new InetSocketAddress(loopback, port), 50);
    } catch (IOException e) {
      throw new UncheckedIOException("control port " + port + ": " + e.getMessage(), e);
    }
    server.createContext("/", routes);
    server.setExecutor(workers);
  }

  public void start() {
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
