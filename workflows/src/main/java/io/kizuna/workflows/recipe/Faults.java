package io.kizuna.workflows.recipe;

import io.kizuna.recipe.RecipeFault;
import io.kizuna.recipe.RecipeRejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects every fault of a package, so that its author mends them in one go. */
final class Faults {

  /** A file of another kind gives a fault a line; nobody reads more than this. */
  private static final int MOST = 1_000;

  private final List<RecipeFault> faults = new ArrayList<>();

  void add(String file, int line, String rule) {
    add(file, line, rule, null, null);
  }

  void add(String file, int line, String rule, @Nullable String value, @Nullable String needed) {
    var fault = new RecipeFault(file, line, rule, value, needed);
    if (faults.size() < MOST && !faults.contains(fault)) faults.add(fault);
  }

  void add(Place place, String rule, @Nullable String value, @Nullable String needed) {
    add(place.file(), place.line(), rule, value, needed);
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  /**
   * @throws RecipeRejected if there is any.
   */
  void throwIfAny() {
    if (!faults.isEmpty()) throw new RecipeRejected(faults.stream().sorted().toList());
  }

  /** Where something stands in the package. */
  record Place(String file, int line) {}
}
