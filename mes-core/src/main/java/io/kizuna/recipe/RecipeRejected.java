package io.kizuna.recipe;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.util.List;

/** A package was refused; carries every fault that was found, in order of file and line. */
public class RecipeRejected extends MesException {

  private final transient List<RecipeFault> faults;

  public RecipeRejected(List<RecipeFault> faults) {
    super(
        ErrorCode.RECIPE_INVALID,
        "the recipe package has " + faults.size() + " faults, nothing was imported",
        faults.isEmpty() ? null : faults.get(0).toString(),
        "a package without faults",
        "the author of the package");
    this.faults = List.copyOf(faults);
  }

  public List<RecipeFault> faults() {
    return faults;
  }
}
