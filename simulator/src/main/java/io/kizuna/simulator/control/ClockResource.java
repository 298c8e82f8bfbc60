package io.kizuna.simulator.control;

import io.kizuna.simulator.clock.PlantClock;
import io.kizuna.simulator.control.Exchange.Answer;
import io.kizuna.simulator.engine.Simulation;
import io.kizuna.simulator.plant.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /api/clock}: read, change the speed, jump. */
final class ClockResource {
  private static final long EFFECTIVE_AFTER_MS = 200;
  private static final long EFFECTIVE_WITHIN_MS = 3_600_000;

  private final Simulation simulation;

  ClockResource(Simulation simulation) {
    this.simulation = simulation;
  }

  void register(Routes routes) {
    routes.add("GET", "/api/clock", x -> Answer.ok(shown(simulation.clock().inForce())));
    routes.add("PUT", "/api/clock", x -> Answer.ok(change(x.read(Change.class))));
  }

  record Change(
      @Nullable Double speed, @Nullable String effectiveAtWall, @Nullable String advanceTo) {}

  private Map<String, Object> change(Change c) {
    PlantClock clock = simulation.clock();
    if ((c.speed() == null) == (c.advanceTo() == null)) {
      throw Refused.invalid("exactly one of speed and advanceTo is needed");
    }
    if (c.advanceTo() != null) {
      simulation.advanceTo(instant("advanceTo", c.advanceTo()));
      return shown(clock.inForce());
    }
    long from = clock.wallMs() + EFFECTIVE_AFTER_MS;
    if (c.effectiveAtWall() != null) from = instant("effectiveAtWall", c.effectiveAtWall());
    if (from > clock.wallMs() + EFFECTIVE_WITHIN_MS) {
      throw Refused.invalid("effectiveAtWall is more than an hour ahead");
    }
    double speed =
        Exchange.required(c.speed(), "speed", PlantClock.SPEED_MIN, PlantClock.SPEED_MAX);
    return shown(clock.speed(speed, from));
  }

  private Map<String, Object> shown(PlantClock.Segment segment) {
    Map<String, Object> m = new LinkedHashMap<>();
    m.put("now", Instant.ofEpochMilli(simulation.clock().nowMs()).toString());
    m.put("speed", segment.speed());
    m.put("anchorWall", Instant.ofEpochMilli(segment.anchorWallMs()).toString());
    m.put("anchorPlant", Instant.ofEpochMilli(segment.anchorPlantMs()).toString());
    return m;
  }

  private static long instant(String field, String iso) {
    try {
      return Instant.parse(iso).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw Refused.invalid(field + " " + iso + " is not an instant such as 2026-11-22T05:00:00Z");
    }
  }
}
