package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.StepRef;
import tools.jackson.databind.JsonNode;

/** Leaves the batch when a step has opened, or a daily round of the expansion has. */
final class Until implements Plan {
  private static final String DAILY = "up-expansion.user_take_daily_sample";

  /** Vector is added on day 1, the first daily round comes two days after stimulation. */
  private static final int DAY_OF_FIRST_ROUND = 3;

  private final String step;
  private final int pass;

  private Until(String step, int pass) {
    this.step = step;
    this.pass = pass;
  }

  /**
   * @param step for example {@code up-expansion.user_decide_harvest}.
   */
  static Until step(String step) {
    return new Until(step, 1);
  }

  /**
   * @param day since stimulation, 3 or later.
   */
  static Until day(int day) {
    return new Until(DAILY, Math.max(1, day - DAY_OF_FIRST_ROUND + 1));
  }

  @Override
  public Go before(BatchRun run, StepRef ref, JsonNode overview) {
    boolean there = BatchRun.step(ref.key()).equals(step) && pass(ref.key()) >= pass;
    return there ? Go.DONE : Go.ON;
  }

  private static int pass(String key) {
    int tilde = key.indexOf('~');
    return tilde < 0 ? 1 : Integer.parseInt(key.substring(tilde + 1));
  }

  @Override
  public boolean releases() {
    return false;
  }
}
