package io.kizuna.web.recipe;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.ImportRecipe;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.RecipeVersion;
import io.kizuna.web.Actor;
import io.kizuna.web.DiagramView;
import io.kizuna.web.PersonNames;
import io.kizuna.web.PersonNames.PersonRef;
import io.kizuna.web.SignatureBody;
import io.kizuna.web.batchrecord.ChallengeView;
import io.kizuna.web.security.Signers;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Recipe versions: list, import, approve. */
@RestController
class RecipeController {

  /** A package is at most 5 MB unpacked; a zip of it is never larger than this. */
  private static final int ZIP_BYTES_MAX = 6_000_000;

  private final RecipeLibrary library;
  private final ImportRecipe imports;
  private final RecipeApproval approval;
  private final People people;
  private final Signers signers;
  private final PersonNames names;

  RecipeController(
      RecipeLibrary library,
      ImportRecipe imports,
      RecipeApproval approval,
      People people,
      Signers signers,
      PersonNames names) {
    this.library = library;
    this.imports = imports;
    this.approval = approval;
    this.people = people;
    this.signers = signers;
    this.names = names;
  }

  record VersionView(
      UUID id,
      String product,
      String version,
      Text name,
      RecipeVersion.State state,
      String packageHash,
      PersonRef importedBy,
      Instant importedAt,
      @Nullable PersonRef approvedBy,
      @Nullable Instant approvedAt) {}

  private VersionView view(RecipeVersion v) {
    return new VersionView(
        v.id(),
        v.product(),
        v.version(),
        v.name(),
        v.state(),
        v.packageHash(),
        names.of(v.importedBy().value()),
        v.importedAt(),
        v.approvedBy() == null ? null : names.of(v.approvedBy().value()),
        v.approvedAt());
  }

  record RecipeList(List<VersionView> recipes) {}

  record RecipeView(VersionView version, MasterBatchRecord recipe, List<DiagramView> diagrams) {}

  @GetMapping("/api/recipes")
  RecipeList list() {
    return new RecipeList(library.versions().stream().map(this::view).toList());
  }

  @GetMapping("/api/recipes/{id}")
  RecipeView one(@PathVariable UUID id) {
    return new RecipeView(
        view(library.version(id)), library.recipe(id), DiagramView.of(library, id));
  }

  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  @PostMapping(
      path = "/api/recipes",
      consumes = {"application/zip", "application/octet-stream"})
  @ResponseStatus(HttpStatus.CREATED)
  VersionView importZip(HttpServletRequest request, Actor actor) throws IOException {
    need(actor, Role.PROCESS_ENGINEER);
    byte[] zip = request.getInputStream().readNBytes(ZIP_BYTES_MAX + 1);
    if (zip.length > ZIP_BYTES_MAX) {
      throw new MesException(
          ErrorCode.INPUT_INVALID, "the package is too large", zip.length + " bytes", "6 MB", null);
    }
    return view(imports.importPackage(zip, actor.id()));
  }

  @PostMapping("/api/recipes/{id}/challenges")
  ChallengeView challenge(@PathVariable UUID id, Actor actor) {
    need(actor, Role.QA);
    return ChallengeView.of(approval.challenge(id, actor.session()));
  }

  record Approval(SignatureBody signature, @Nullable String language) {}

  /** Sent twice, approved once: the second finds the version effective by the same person. */
  @PutMapping("/api/recipes/{id}/approvals/{requestId}")
  VersionView approve(
      @PathVariable UUID id, @PathVariable UUID requestId, @RequestBody Approval b, Actor actor) {
    need(actor, Role.QA);
    var version = library.version(id);
    boolean done = version.state() == RecipeVersion.State.EFFECTIVE;
    if (done && actor.id().equals(version.approvedBy())) return view(version);
    var signed = signers.check(b.signature());
    if (!signed.person().equals(actor.id())) need(new Actor(signed.person(), ""), Role.QA);
    String language = "ja".equals(b.language()) ? "ja" : "en";
    return view(
        approval.approve(id, signed.challenge(), actor.session(), signed.person(), language));
  }

  private void need(Actor actor, Role role) {
    if (people.active(actor.id()).has(role)) return;
    throw new MesException(
        ErrorCode.ROLE_MISSING,
        "the role is missing for this",
        actor.id().value(),
        role.name(),
        "the administrator");
  }
}
