package io.kizuna.web.recipe;

import io.kizuna.kernel.PersonId;
import io.kizuna.recipe.ApproveRecipe;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.RecipeVersion;
import io.kizuna.signature.Meaning;
import io.kizuna.signature.Signing;
import io.kizuna.signature.Signing.Challenge;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signature and approval in one transaction; what is signed is the hash of the package. */
@Component
class RecipeApproval {

  private final Signing signing;
  private final ApproveRecipe approvals;
  private final RecipeLibrary library;

  RecipeApproval(Signing signing, ApproveRecipe approvals, RecipeLibrary library) {
    this.signing = signing;
    this.approvals = approvals;
    this.library = library;
  }

  @Transactional
  public Challenge challenge(UUID recipe, String session) {
    RecipeVersion version = library.version(recipe);
    return signing.challenge(
        session,
        chain(recipe),
        subject(recipe),
        Meaning.APPROVED,
        Map.of(
            "purpose", "approve",
            "product", version.product(),
            "version", version.version(),
            "packageHash", version.packageHash()));
  }

  @Transactional
  public RecipeVersion approve(
      UUID recipe, UUID challenge, String session, PersonId signer, String language) {
    var opened = signing.open(challenge, session, subject(recipe));
    var signature = signing.sign(opened, signer, language);
    return approvals.approve(recipe, signer, signature.id());
  }

  private static String chain(UUID recipe) {
    return "recipe:" + recipe;
  }

  private static String subject(UUID recipe) {
    return "recipe:" + recipe + ":approve";
  }
}
