package io.kizuna.web;

import io.kizuna.audit.RecordRefusal;
import io.kizuna.audit.RecordRefusal.Attempt;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.batchrecord.OpenExceptions;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.RecipeLibrary;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Knows from a request what somebody tried and where the refusal belongs. */
@Component
class RefusedAttempts {

  private static final Logger log = LoggerFactory.getLogger(RefusedAttempts.class);
  private static final String SITE = "site";

  private final RecordRefusal refusals;
  private final Sessions sessions;
  private final Batches batches;
  private final OpenExceptions exceptions;
  private final RecipeLibrary recipes;

  RefusedAttempts(
      RecordRefusal refusals,
      Sessions sessions,
      Batches batches,
      OpenExceptions exceptions,
      RecipeLibrary recipes) {
    this.refusals = refusals;
    this.sessions = sessions;
    this.batches = batches;
    this.exceptions = exceptions;
    this.recipes = recipes;
  }

  /** What it was tried on. */
  private record Target(String chain, String entity, String id) {}

  /**
   * Records the refusal if it was one of a deed, or of a look at what is not for this person (R16).
   * It stays refused whatever happens here; a trail that cannot be written is an error of its own.
   */
  void record(HttpServletRequest request, MesException e) {
    Sessions.State state = sessions.current(request);
    if (state == null || !counts(request, e.code())) return;
    try {
      var target = target(request);
      refusals.refused(
          new Attempt(
              target.chain(),
              state.person().value(),
              request.getMethod() + " " + pattern(request),
              target.entity(),
              target.id(),
              e.code(),
              e.refusal(),
              e.fieldFaults().stream().map(MesException.Fault::field).distinct().toList()));
    } catch (RuntimeException failure) {
      log.error("a refused attempt could not be put on record", failure);
    }
  }

  private static boolean counts(HttpServletRequest request, ErrorCode code) {
    boolean look = request.getMethod().equals("GET");
    if (!look) return !request.getRequestURI().endsWith("/evaluations"); // pages ask by themselves
    return code.kind == ErrorCode.Kind.FORBIDDEN || code == ErrorCode.BATCH_UNKNOWN;
  }

  private static String pattern(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return pattern == null ? "(unknown)" : pattern.toString();
  }

  private Target target(HttpServletRequest request) {
    String pattern = pattern(request);
    String step = variable(request, "step");
    UUID id = id(request, "batch").or(() -> id(request, "id")).orElse(null);
    if (pattern.startsWith("/api/batches/") || pattern.startsWith("/api/reviews/")) {
      String chain = id == null ? SITE : chain(new BatchId(id));
      return step == null
          ? new Target(chain, "batch", String.valueOf(id))
          : new Target(chain, "step", step);
    }
    if (pattern.startsWith("/api/exceptions/") && id != null) {
      String chain = exceptions.batchOf(id).map(Batch::chainOf).orElse(SITE);
      return new Target(chain, "exception", id.toString());
    }
    if (pattern.startsWith("/api/recipes/") && id != null) {
      boolean known = recipes.versions().stream().anyMatch(v -> v.id().equals(id));
      return new Target(known ? "recipe:" + id : SITE, "recipe", id.toString());
    }
    String[] parts = pattern.split("/");
    String entity = parts.length > 2 ? parts[2] : pattern;
    String on = variable(request, "id");
    return new Target(SITE, entity, on == null ? entity : on);
  }

  /** Only a batch that exists has a chain; guessing ids must not begin new ones. */
  private String chain(BatchId id) {
    try {
      return batches.get(id).chain();
    } catch (MesException unknown) {
      return SITE;
    }
  }

  private static Optional<UUID> id(HttpServletRequest request, String name) {
    String text = variable(request, name);
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** No longer than the trail keeps an id. */
  private static @Nullable String variable(HttpServletRequest request, String name) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (!(variables instanceof Map<?, ?> path) || !(path.get(name) instanceof String text)) {
      return null;
    }
    return text.substring(0, Math.min(text.length(), 80));
  }
}
