package io.kizuna.adapters.opcua;

import io.kizuna.adapters.EquipmentProperties.Device;
import io.kizuna.adapters.spool.ReadingSpool;
import io.kizuna.adapters.tagmap.TagMap;
import io.kizuna.equipment.Connection.Certificate;
import io.kizuna.equipment.Connection.State;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one device's connection: connect, subscribe, watch, reconnect. Milo's callbacks only
 * queue; everything that waits runs on the link's own thread, and only there.
 */
final class OpcUaLink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OpcUaLink.class);

  private static final long WATCH_MS = 1_000;

  /** Bad values of one incident arrive within a publishing interval or two. */
  private static final long JUDGE_BAD_MS = 1_000;

  /** Milo's own watchdog can die (Milo 1823); after this silence the client is made anew. */
  private static final Duration SILENCE_MAX = Duration.ofMinutes(1);

  private final Device device;
  private final EquipmentId equipment;
  private final TagMap map;
  private final OpcUaConnector connector;
  private final String endpoint;
  private final ReadingSpool spool;
  private final Timing timing;
  private final TagReader reader;
  private final ProgramWatch programs;
  private final Freshness freshness;
  private final ScheduledExecutorService thread;

  private volatile @Nullable OpcUaClient client;
  private volatile State state = State.CONNECTING;
  private volatile boolean sessionActive;
  private volatile boolean closed;
  private volatile @Nullable String silent;
  private @Nullable Certificate certificate;
  private @Nullable String reason;
  private long inactiveNanos;
  private @Nullable Long portOpenNanos;
  private long nextAttemptNanos = System.nanoTime();
  private List<String> refused = List.of();
  private boolean tellPrograms;

  OpcUaLink(
      Device device,
      String endpoint,
      TagMap map,
      OpcUaConnector connector,
      ReadingSpool spool,
      RecordClock clock,
      Timing timing,
      Consumer<ProgramCompleted> publish) {
    this.device = device;
    this.equipment = new EquipmentId(device.id());
    this.endpoint = endpoint;
    this.map = map;
    this.connector = connector;
    this.spool = spool;
    this.timing = timing;
    this.reader = new TagReader(equipment, map.tags(), spool, clock);
    this.programs = new ProgramWatch(equipment, map, publish);
    this.freshness = new Freshness(timing.staleAfter(), map);
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            r -> {
              var t = new Thread(r, "link-" + device.id());
              t.setDaemon(true);
              return t;
            });
  }

  TagReader reader() {
    return reader;
  }

  TagMap map() {
    return map;
  }

  State state() {
    return state;
  }

  void start() {
    spool.connection(equipment, State.CONNECTING, null, null);
    thread.scheduleWithFixedDelay(this::safely, 0, WATCH_MS, TimeUnit.MILLISECONDS);
  }

  /** Somebody has trusted a certificate: no need to wait for the next attempt. */
  void retryNow() {
    submit(() -> nextAttemptNanos = System.nanoTime());
  }

  /**
   * The client of a live device.
   *
   * @throws MesException EQUIPMENT_UNREACHABLE in any other state.
   */
  OpcUaClient require() {
    var present = client;
    if (present == null || state != State.LIVE) {
      throw new MesException(
          ErrorCode.EQUIPMENT_UNREACHABLE,
          "A command is sent only to a device that can be heard.",
          equipment + " " + state,
          State.LIVE.name(),
          "EQUIPMENT_ENGINEER");
    }
    return present;
  }

  /** A client with a session, live or not, for reading history. */
  @Nullable OpcUaClient session() {
    return sessionActive ? client : null;
  }

  private void safely() {
    try {
      watch();
    } catch (RuntimeException e) {
      log.error("{}: watch failed", equipment, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() throws InterruptedException {
    if (closed) return;
    long now = System.nanoTime();
    if (client == null) {
      if (now - nextAttemptNanos >= 0) connect();
      return;
    }
    if (!sessionActive) {
      waitForSession(now);
      return;
    }
    if (state == State.LIVE) {
      var stale = freshness.stale();
      if (stale != null) {
        reader.openDeviceGap("WATCHDOG");
        enter(State.STALE, stale);
      } else if (silent != null) {
        enter(State.STALE, silent);
      }
    }
    if (freshness.isSilentFor(SILENCE_MAX)) giveUp("no answer for a minute");
    if (tellPrograms) tellPrograms = !programs.tell();
  }

  private void connect() throws InterruptedException {
    try {
      var connected = connector.connect(device);
      certificate = connected.certificate();
      client = connected.client();
      sessionActive = true;
      connected.client().addSessionActivityListener(new Activity(connected.client()));
      freshness.renew();
      subscribe(connected.client());
    } catch (LinkFailure e) {
      if (e.certificate() != null) certificate = e.certificate();
      reader.openDeviceGap(e.state() == State.UNTRUSTED ? "UNTRUSTED" : "CONNECT_FAILED");
      enter(e.state(), e.reason());
      nextAttemptNanos = System.nanoTime() + timing.retry().toNanos();
    }
  }

  private void subscribe(OpcUaClient connected) {
    if (closed || client != connected) return;
    try {
      refused =
          OpcUaSubscriber.subscribe(connected, equipment, map, new Notifications(new Hearing()))
              .refused();
      log.info("{} subscribed", equipment);
    } catch (UaException | RuntimeException e) {
      log.warn("{}: no subscription: {}", equipment, e.toString());
      giveUp("no subscription: " + e.getMessage());
    }
  }

  /** Drops the client; the next attempt makes a new one. */
  private void giveUp(String why) {
    var old = client;
    client = null;
    sessionActive = false;
    portOpenNanos = null;
    if (old != null) old.disconnectAsync(); // not waited for: the other side may be gone
    enter(State.DOWN, why);
    nextAttemptNanos = System.nanoTime();
  }

  /**
   * Milo tries to revive the session, which keeps what the server buffered. We step in when that is
   * hopeless (the server is gone) or takes too long.
   */
  private void waitForSession(long now) {
    switch (Port.probe(endpoint)) {
      case REFUSED -> giveUp("the device refuses connections");
      case SILENT -> portOpenNanos = null;
      case OPEN -> {
        if (portOpenNanos == null) portOpenNanos = now;
        if (now - portOpenNanos > timing.ownReconnect().toNanos()) giveUp("session not revived");
      }
    }
    if (client != null && now - inactiveNanos > Duration.ofMinutes(10).toNanos()) {
      giveUp("session lost for 10 min"); // what the server buffered is gone by now
    }
  }

  private synchronized void enter(State next, @Nullable String why) {
    if (state == next && Objects.equals(reason, why)) return;
    if (state != next)
      log.info("{}: {} -> {}{}", equipment, state, next, why == null ? "" : ", " + why);
    state = next;
    reason = why;
    spool.connection(equipment, next, why, certificate);
  }

  private void submit(Runnable work) {
    try {
      thread.execute(work);
    } catch (RejectedExecutionException e) {
      log.debug("{}: closed", equipment);
    }
  }

  private void lookAtProgram() {
    var present = client;
    if (present == null) return;
    try {
      programs.look(
          reader.goodText(map.state()),
          tags -> OpcUaReads.texts(present, map, equipment.value(), tags));
      tellPrograms = !programs.tell();
    } catch (UaException e) {
      log.warn("{}: program state not readable: {}", equipment, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void judgeBad() {
    silent = reader.judgeBad().orElse(null);
    var why = silent;
    if (why != null && state == State.LIVE) enter(State.STALE, why);
  }

  private final class Activity implements SessionActivityListener {
    private final OpcUaClient mine;

    Activity(OpcUaClient mine) {
      this.mine = mine;
    }

    @Override
    public void onSessionInactive(UaSession session) {
      if (client != mine) return;
      submit(
          () -> {
            if (client != mine || closed) return;
            sessionActive = false;
            inactiveNanos = System.nanoTime();
            portOpenNanos = null;
            reader.openDeviceGap("SESSION_INACTIVE");
            enter(State.DOWN, "connection lost");
          });
    }

    @Override
    public void onSessionActive(UaSession session) {
      if (client != mine) return;
      submit(
          () -> {
            sessionActive = true;
            freshness.renew();
          });
    }
  }

  private final class Hearing implements Notifications.Hearer {

    @Override
    public void heard() {
      freshness.heard();
    }

    @Override
    public void received(List<String> tags, List<DataValue> values) {
      boolean good = false;
      boolean bad = false;
      for (int i = 0; i < tags.size(); i++) {
        if (tags.get(i).equals(OpcUaSubscriber.HEARTBEAT)) continue;
        good |= values.get(i).statusCode().isGood();
        bad |= values.get(i).statusCode().isBad();
      }
      boolean fresh = reader.received(tags, values);
      if (fresh) freshness.data();
      if (good && fresh) {
        silent = null;
        if (state != State.LIVE && sessionActive) {
          enter(State.LIVE, refused.isEmpty() ? null : "not served: " + refused);
        }
      }
      if (bad) {
        thread.schedule(OpcUaLink.this::judgeBad, JUDGE_BAD_MS, TimeUnit.MILLISECONDS);
      }
      if (tags.stream().anyMatch(programs::concerns)) submit(OpcUaLink.this::lookAtProgram);
    }

    @Override
    public void lost(String why) {
      reader.openDeviceGap(why);
    }

    @Override
    public void ended(String why) {
      reader.openDeviceGap(why);
      submit(
          () -> {
            var present = client;
            if (present != null) subscribe(present);
          });
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.shutdown();
    var present = client;
    client = null;
    sessionActive = false;
    if (present == null) return;
    try {
      present.disconnectAsync().get(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.debug("{}: {}", equipment, e.toString());
    }
  }
}
