package io.kizuna.recipe;

/**
 * How a value compares with its limits, from good to bad; {@code NOT_JUDGED} where none are set.
 */
public enum Verdict {
  NOT_JUDGED,
  NORMAL,
  ALERT,
  REJECT;

  /** Whether an exception is opened. */
  public boolean isOutside() {
    return this == ALERT || this == REJECT;
  }
}
