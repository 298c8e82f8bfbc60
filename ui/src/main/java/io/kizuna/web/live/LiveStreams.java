package io.kizuna.web.live;

import io.kizuna.equipment.ConnectionChanged;
import io.kizuna.equipment.ProgramCompleted;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.RightsChanged;
import io.kizuna.processdata.GapOpened;
import io.kizuna.processdata.LiveValues;
import io.kizuna.web.equipment.TagId;
import io.kizuna.web.session.PlantClock;
import io.kizuna.web.session.PlantSpeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All open pages: at most four times a second each gets what changed. */
@Component
public class LiveStreams implements DisposableBean {

  /** Tablets and screens of a large site, twice; more are a fault or an attack. */
  private static final int STREAMS_MAX = 400;

  /** 4 Hz: faster than anybody reads. */
  private static final long TURN_MS = 250;

  /** The browser opens a new one by itself, and its session is checked again. */
  private static final long LIFE_MS = Duration.ofMinutes(30).toMillis();

  /** Timers of the engine change work without any request; pages then look at least this often. */
  private static final Duration WORK_AT_LEAST = Duration.ofSeconds(10);

  private final LiveValues values;
  private final RecordClock clock;
  private final ObjectProvider<PlantSpeed> plant;
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean workChanged = new AtomicBoolean();
  private final ScheduledExecutorService turns =
      Executors.newScheduledThreadPool(1, thread("turn"));

  /** A page that does not read holds one of these at most until its connection times out. */
  private final ScheduledThreadPoolExecutor senders =
      new ScheduledThreadPoolExecutor(4, thread("send"));

  private long workNanos = System.nanoTime();

  record ConnectionEvent(String equipment, String state, String reason) {}

  LiveStreams(LiveValues values, RecordClock clock, ObjectProvider<PlantSpeed> plant) {
    this.values = values;
    this.clock = clock;
    this.plant = plant;
    turns.scheduleWithFixedDelay(this::turn, TURN_MS, TURN_MS, TimeUnit.MILLISECONDS);
  }

  private static ThreadFactory thread(String name) {
    return r -> {
      var thread = new Thread(r, "live-" + name);
      thread.setDaemon(true);
      return thread;
    };
  }

  SseEmitter open(PersonId person, List<TagId> tags) {
    if (streams.size() >= STREAMS_MAX) {
      throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, "too many live pages");
    }
    var stream = new LiveStream(person, new SseEmitter(LIFE_MS), tags, values, this::heartbeat);
    streams.add(stream);
    stream.emitter.onCompletion(() -> streams.remove(stream));
    stream.emitter.onTimeout(stream.emitter::complete);
    stream.emitter.onError(e -> streams.remove(stream));
    return stream.emitter;
  }

  private LiveStream.Heartbeat heartbeat() {
    var now = clock.now();
    var speed = plant.getIfAvailable();
    return new LiveStream.Heartbeat(now, new PlantClock(now, speed == null ? 1 : speed.speed()));
  }

  /** Somebody's worklist may look different now. */
  public void workChanged() {
    workChanged.set(true);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(ConnectionChanged event) {
    var after = event.after();
    var reason = after.reason();
    tell(
        "connection",
        new ConnectionEvent(
            after.equipment().value(), after.state().name(), reason == null ? "" : reason));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(GapOpened event) {
    workChanged();
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(ProgramCompleted event) {
    workChanged();
  }

  /** The page asks again at once, and its session is checked with the new rights (R42). */
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(RightsChanged event) {
    for (var stream : streams) {
      if (stream.person.equals(event.person())) close(stream);
    }
  }

  private void tell(String name, Object data) {
    for (var stream : streams) {
      if (!stream.offer(name, data)) close(stream);
    }
  }

  private void turn() {
    boolean late = System.nanoTime() - workNanos > WORK_AT_LEAST.toNanos();
    if (workChanged.getAndSet(false) || late) {
      workNanos = System.nanoTime();
      tell("work", Map.of());
    }
    if (senders.getQueue().size() > STREAMS_MAX) return; // still busy with the last turns
    for (var stream : streams) {
      senders.execute(
          () -> {
            if (!stream.turn()) close(stream);
          });
    }
  }

  private void close(LiveStream stream) {
    streams.remove(stream);
    try {
      stream.emitter.complete();
    } catch (RuntimeException e) {
      // it is gone already
    }
  }

  @Override
  public void destroy() {
    turns.shutdownNow();
    senders.shutdownNow();
    streams.forEach(this::close);
  }
}
