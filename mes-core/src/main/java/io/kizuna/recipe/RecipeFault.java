package io.kizuna.recipe;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One fault of a recipe package.
 *
 * @param file file in the package.
 * @param line line in that file, from 1.
 * @param rule the rule in plain words.
 * @param value what was met; null where there is nothing to show.
 * @param needed what would have been accepted; null where the rule says it all.
 */
public record RecipeFault(
    String file, int line, String rule, @Nullable String value, @Nullable String needed)
    implements Comparable<RecipeFault> {

  private static final Comparator<RecipeFault> BY_PLACE =
      Comparator.comparing(RecipeFault::file)
          .thenComparingInt(RecipeFault::line)
          .thenComparing(RecipeFault::rule)
          .thenComparing(f -> String.valueOf(f.value()));

  @Override
  public int compareTo(RecipeFault other) {
    return BY_PLACE.compare(this, other);
  }

  /** {@code up-x.yaml:12: rule: "value" (needed: ...)}. */
  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ": "
        + rule
        + (value == null ? "" : ": \"" + value + "\"")
        + (needed == null ? "" : " (needed: " + needed + ")");
  }
}
