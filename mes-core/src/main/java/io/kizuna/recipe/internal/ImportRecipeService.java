package io.kizuna.recipe.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.recipe.ImportRecipe;
import io.kizuna.recipe.RecipePackages;
import io.kizuna.recipe.RecipePackages.CheckedPackage;
import io.kizuna.recipe.RecipeVersion;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ImportRecipeService implements ImportRecipe {

  private final RecipePackages packages;
  private final RecipeRows rows;
  private final AuditTrail audit;
  private final RecordClock clock;

  ImportRecipeService(
      RecipePackages packages, RecipeRows rows, AuditTrail audit, RecordClock clock) {
    this.packages = packages;
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public RecipeVersion importPackage(byte[] zip, PersonId by) {
    CheckedPackage checked = packages.check(zip);
    var recipe = checked.recipe();
    var earlier = rows.find(recipe.product(), recipe.version());
    if (earlier.isPresent()) {
      if (earlier.get().packageHash().equals(checked.hash())) return earlier.get();
      throw new MesException(
          ErrorCode.RECIPE_INVALID,
          "this version was imported before with another content; a version never changes",
          recipe.product() + " " + recipe.version(),
          "a new version number",
          "the author of the package");
    }
    UUID id = Ids.next();
    rows.insert(id, checked, zip, by, clock.now());
    audit.record(
        new AuditEvent(
            "recipe:" + id,
            by.value(),
            "recipe.imported",
            "recipe",
            id.toString(),
            Map.of(
                "product", Change.to(recipe.product()),
                "version", Change.to(recipe.version()),
                "packageHash", Change.to(checked.hash()),
                "state", Change.to(RecipeVersion.State.IMPORTED.name())),
            null,
            null));
    return rows.find(id).orElseThrow();
  }
}
