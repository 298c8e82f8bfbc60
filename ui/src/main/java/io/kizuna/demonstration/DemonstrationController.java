package io.kizuna.demonstration;

import io.kizuna.demonstration.DemonstrationConfiguration.Plant;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.processdata.BackfillReadings;
import io.kizuna.web.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plant's clock for those who want to see a nine-day culture before lunch. */
@RestController
@Profile("demonstration")
@RequestMapping("/api/demonstration/clock")
class DemonstrationController {

  private static final Logger log = LoggerFactory.getLogger(DemonstrationController.class);
  private static final double SPEED_MAX = 5000;
  private static final Duration JUMP_MAX = Duration.ofDays(30);

  private final Plant plant;
  private final People people;
  private final EquipmentDirectory equipment;
  private final BackfillReadings history;
  private final Clock wall;

  DemonstrationController(
      Plant plant,
      People people,
      EquipmentDirectory equipment,
      BackfillReadings history,
      Clock wall) {
    this.plant = plant;
    this.people = people;
    this.equipment = equipment;
    this.history = history;
    this.wall = wall;
  }

  record ClockView(Instant now, double speed, Duration ahead) {}

  record Change(@Nullable Double speed, @Nullable Instant advanceTo) {}

  @GetMapping
  ClockView get(Actor actor) {
    return view();
  }

  private ClockView view() {
    Instant now = plant.clock().instant();
    return new ClockView(now, plant.clock().speed(), Duration.between(wall.instant(), now));
  }

  @PutMapping
  ClockView put(@RequestBody Change change, Actor actor) {
    if (!people.active(actor.id()).has(Role.ADMINISTRATOR)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING,
          "Only an administrator changes the plant's clock.",
          null,
          "ADMINISTRATOR",
          null);
    }
    if (change.speed() != null) setSpeed(change.speed());
    if (change.advanceTo() != null) advance(change.advanceTo());
    return view();
  }

  private void setSpeed(double speed) {
    if (!(speed >= 1 && speed <= SPEED_MAX)) {
      throw new MesException(
          ErrorCode.INPUT_INVALID,
          "The speed of the plant.",
          Double.toString(speed),
          "1 to 5000",
          null);
    }
    plant.clock().follow(plant.simulator().speed(speed));
  }

  /** Jumps, then reads from the devices' own history what happened meanwhile. */
  private void advance(Instant to) {
    Instant from = plant.clock().instant();
    if (!to.isAfter(from) || to.isAfter(from.plus(JUMP_MAX))) {
      throw new MesException(
          ErrorCode.INPUT_INVALID,
          "The plant's clock only goes forward.",
          to.toString(),
          "after " + from + ", at most 30 days",
          null);
    }
    plant.clock().follow(plant.simulator().advanceTo(to));
    for (var unit : equipment.all()) {
      int readings = history.backfill(unit.id(), from, to);
      log.debug("{}: {} readings from its history", unit.id(), readings);
    }
  }
}
