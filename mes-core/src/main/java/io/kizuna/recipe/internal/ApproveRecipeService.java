package io.kizuna.recipe.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.recipe.ApproveRecipe;
import io.kizuna.recipe.RecipeApproved;
import io.kizuna.recipe.RecipeVersion;
import io.kizuna.recipe.RecipeVersion.State;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ApproveRecipeService implements ApproveRecipe {

  private final RecipeRows rows;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final ApplicationEventPublisher events;

  ApproveRecipeService(
      RecipeRows rows, AuditTrail audit, RecordClock clock, ApplicationEventPublisher events) {
    this.rows = rows;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  @Override
  @Transactional
  public RecipeVersion approve(UUID recipe, PersonId approver, UUID signatureId) {
    var version = find(recipe);
    rows.lock(version.product());
    version = find(recipe); // as it is now that nobody else can approve
    if (approver.equals(version.approvedBy()) && version.state() == State.EFFECTIVE) return version;
    if (approver.equals(version.importedBy())) throw samePerson(approver);
    if (version.state() != State.IMPORTED) throw notWaiting(version);
    rows.effective(version.product()).ifPresent(before -> retire(before, approver, signatureId));
    if (!rows.approve(recipe, approver, clock.now(), signatureId)) throw notWaiting(version);
    record(version, approver, "recipe.approved", State.EFFECTIVE, signatureId);
    events.publishEvent(new RecipeApproved(recipe, version.product(), version.version()));
    return find(recipe);
  }

  private void retire(RecipeVersion before, PersonId approver, UUID signatureId) {
    rows.retire(before.id());
    record(before, approver, "recipe.retired", State.RETIRED, signatureId);
  }

  private void record(
      RecipeVersion version, PersonId actor, String action, State state, UUID signatureId) {
    audit.record(
        new AuditEvent(
            "recipe:" + version.id(),
            actor.value(),
            action,
            "recipe",
            version.id().toString(),
            Map.of("state", new Change(version.state().name(), state.name())),
            "version approved",
            signatureId));
  }

  private RecipeVersion find(UUID recipe) {
    return rows.find(recipe).orElseThrow(() -> RecipeLibraryService.unknown(recipe));
  }

  private static MesException samePerson(PersonId approver) {
    return new MesException(
        ErrorCode.SAME_PERSON,
        "whoever imported a recipe cannot approve it",
        approver.value(),
        "another person",
        "QA");
  }

  private static MesException notWaiting(RecipeVersion version) {
    return new MesException(
        ErrorCode.RECIPE_NOT_EFFECTIVE,
        "the version does not wait for approval",
        version.state().name(),
        State.IMPORTED.name(),
        null);
  }
}
