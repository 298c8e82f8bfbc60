package io.kizuna.simulator.plant;

/** States of a functional unit: LADS unit states and, while Running, the running sub-states. */
public enum UnitState {
  STOPPED("Stopped", false),
  IDLE("Idle", true),
  STARTING("Starting", true),
  EXECUTE("Execute", true),
  COMPLETING("Completing", true),
  COMPLETE("Complete", true),
  RESETTING("Resetting", true),
  HOLDING("Holding", true),
  HELD("Held", true),
  UNHOLDING("Unholding", true),
  STOPPING("Stopping", false),
  ABORTING("Aborting", false),
  ABORTED("Aborted", false),
  CLEARING("Clearing", false);

  private final String text;
  private final boolean running;

  UnitState(String text, boolean running) {
    this.text = text;
    this.running = running;
  }

  /** As LADS spells it. */
  public String text() {
    return text;
  }

  /** The state of the unit's outer machine, of which Execute and its like are sub-states. */
  public String outerText() {
    return running ? "Running" : text;
  }

  /** A program is under way: started, not yet complete, stopped or aborted. */
  public boolean underWay() {
    return switch (this) {
      case STARTING, EXECUTE, COMPLETING, HOLDING, HELD, UNHOLDING -> true;
      case STOPPED, IDLE, COMPLETE, RESETTING, STOPPING, ABORTING, ABORTED, CLEARING -> false;
    };
  }
}
