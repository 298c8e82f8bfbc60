package io.kizuna.kernel;

import java.util.regex.Pattern;

/**
 * One step of one batch: unit procedure, step of the recipe, and which pass of a loop it is.
 *
 * <p>Prints as {@code up-expansion.user_take_daily_sample~2}; the first pass has no suffix.
 *
 * @param unitProcedure the BPMN process id, for example {@code up-expansion}.
 * @param step the id of the user task, which is the id of the step in the recipe.
 * @param occurrence 1 for the first pass.
 */
public record StepKey(String unitProcedure, String step, int occurrence) {

  private static final Pattern FORM =
      Pattern.compile("([a-z0-9-]+)\\.([a-z0-9_]+)(?:~([1-9][0-9]{0,3}))?");

  public StepKey {
    if (occurrence < 1) throw new IllegalArgumentException("occurrence " + occurrence);
  }

  /**
   * @throws IllegalArgumentException if {@code text} is not of the printed form.
   */
  public static StepKey valueOf(String text) {
    var m = FORM.matcher(text);
    if (!m.matches()) throw new IllegalArgumentException("not a step key: " + text);
    return new StepKey(
        m.group(1), m.group(2), m.group(3) == null ? 1 : Integer.parseInt(m.group(3)));
  }

  @Override
  public String toString() {
    return unitProcedure + "." + step + (occurrence == 1 ? "" : "~" + occurrence);
  }
}
