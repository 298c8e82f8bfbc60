package io.kizuna.recipe;

import io.kizuna.kernel.PersonId;
import java.util.UUID;

/** Inbound port: makes an imported version the effective one of its product (R46). */
public interface ApproveRecipe {

  /**
   * Approves the version and retires the one it replaces; approving what the same person has
   * already approved changes nothing.
   *
   * @param signatureId the approver's signature over the package hash, made in the same
   *     transaction.
   * @throws io.kizuna.kernel.MesException RECIPE_UNKNOWN; SAME_PERSON if the approver imported it;
   *     RECIPE_NOT_EFFECTIVE if it is not waiting for approval.
   */
  RecipeVersion approve(UUID recipe, PersonId approver, UUID signatureId);
}
