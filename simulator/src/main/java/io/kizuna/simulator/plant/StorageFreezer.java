package io.kizuna.simulator.plant;

import static io.kizuna.simulator.physics.Relaxation.toward;

import io.kizuna.simulator.equipment.EquipmentType;
import io.kizuna.simulator.fault.FaultBoard;
import io.kizuna.simulator.physics.VapourFreezer;
import java.util.List;

/** LN2 vapour storage freezer (process description 3.5 and 4.7). */
public final class StorageFreezer extends Device {
  private final VapourFreezer vapour;
  private boolean lidOpen;
  private String openedBy = "";
  private String openedWhy = "";
  private double supplyBar = 1.4;
  private double roomOxygen = 20.9;

  StorageFreezer(String id, EquipmentType type, FaultBoard faults, long seed, long nowMs) {
    super(id, type, faults, seed, nowMs);
    vapour = new VapourFreezer(-185, chance.between(46, 58));
    bind("T_TOP", vapour::topC);
    bind("T_BOTTOM", vapour::bottomC);
    bind("LEVEL", vapour::levelPercent);
    bind("FILL_VALVE", vapour::filling);
    bind("LID", this::open);
    bind("SUPPLY_P", () -> supplyBar);
    bind("O2_ROOM", () -> roomOxygen);
    add(
        new Command(
            "OpenLid",
            List.of(
                new Command.Parameter("User", Command.Kind.STRING),
                new Command.Parameter("Reason", Command.Kind.STRING)),
            List.of(),
            (a, now) -> openLid(a.text(0), a.text(1))));
    add(Command.simple("CloseLid", now -> lidOpen = false));
    add(Command.simple("StartFill", now -> startFill()));
    add(Command.simple("StopFill", now -> vapour.fill(false)));
    alarm(new Alarm(60, () -> vapour.topC() > -150));
    alarm(new Alarm(600, () -> vapour.levelPercent() < 20 || vapour.levelPercent() > 80));
    alarm(new Alarm(300, this::open));
    alarm(new Alarm(600, () -> supplyBar < 0.5));
  }

  /** Nobody opens anonymously: the logbook needs who and why. */
  private List<Object> openLid(String user, String reason) throws CommandRefused {
    if (user.isBlank() || reason.isBlank()) {
      throw new CommandRefused(
          CommandRefused.Reason.INVALID_ARGUMENT, "OpenLid needs a user and a reason");
    }
    lidOpen = true;
    openedBy = user;
    openedWhy = reason;
    return List.of();
  }

  private void startFill() throws CommandRefused {
    if (effects.lost("LN2")) {
      throw new CommandRefused(CommandRefused.Reason.INVALID_STATE, "no nitrogen supply");
    }
    vapour.fill(true);
  }

  private boolean open() {
    return lidOpen || effects.open("lid");
  }

  @Override
  protected void physics(double dtS) {
    boolean supplied = !effects.lost("LN2");
    vapour.step(dtS, open(), supplied, powered());
    supplyBar = toward(supplyBar, supplied ? 1.4 : 0, dtS, 60);
    roomOxygen = toward(roomOxygen, vapour.filling() ? 20.6 : 20.9, dtS, 300);
  }

  /** Temperature around a stored bag. */
  public double storageC() {
    return vapour.topC();
  }

  @Override
  protected String stepName() {
    return lidOpen ? "Lid opened by " + openedBy + ": " + openedWhy : super.stepName();
  }
}
