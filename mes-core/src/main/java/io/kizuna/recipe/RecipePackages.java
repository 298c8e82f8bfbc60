package io.kizuna.recipe;

import java.util.List;

/** Outbound port: reads and checks recipe packages; implemented beside the engine. */
public interface RecipePackages {

  /**
   * Reads the package and checks every rule, also those of the engine.
   *
   * @throws RecipeRejected with all faults at once.
   */
  CheckedPackage check(byte[] zip);

  /**
   * A package without a fault.
   *
   * @param hash SHA-256 over the sorted files, hexadecimal.
   */
  record CheckedPackage(
      String hash, MasterBatchRecord recipe, List<RecipeLibrary.Diagram> diagrams) {}
}
