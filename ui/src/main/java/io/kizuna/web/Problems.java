package io.kizuna.web;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.recipe.RecipeRejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** RFC 9457 with the refusal's parts, so that a page can say who can solve it. */
public final class Problems {

  private Problems() {}

  /** The problem document of a refusal. */
  public static ProblemDetail of(MesException e) {
    HttpStatus status =
        switch (e.code().kind) { // no default: a new kind must not compile until mapped here
          case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY;
          case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
          case FORBIDDEN -> HttpStatus.FORBIDDEN;
          case NOT_FOUND -> HttpStatus.NOT_FOUND;
          case CONFLICT -> HttpStatus.CONFLICT;
          case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    var problem = ProblemDetail.forStatusAndDetail(status, e.refusal().rule());
    problem.setTitle(e.code().name());
    fields(e.code(), e.refusal()).forEach(problem::setProperty);
    if (!e.fieldFaults().isEmpty()) problem.setProperty("faults", faults(e));
    if (e instanceof RecipeRejected r) problem.setProperty("faults", r.faults());
    return problem;
  }

  private static List<Map<String, String>> faults(MesException e) {
    return e.fieldFaults().stream()
        .map(
            f -> {
              var fault = fields(f.code(), f.refusal());
              fault.put("field", f.field());
              fault.put("parameter", f.field());
              return fault;
            })
        .toList();
  }

  /** A refusal as the pages know it. */
  public static Map<String, String> fields(ErrorCode code, MesException.Refusal refusal) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("code", code.id);
    fields.put("rule", refusal.rule());
    if (refusal.value() != null) fields.put("value", refusal.value());
    if (refusal.needed() != null) fields.put("needed", refusal.needed());
    if (refusal.solver() != null) fields.put("solver", refusal.solver());
    return fields;
  }
}
