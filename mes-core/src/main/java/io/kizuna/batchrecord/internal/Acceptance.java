package io.kizuna.batchrecord.internal;

import io.kizuna.batchrecord.BatchException.Severity;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.EvaluateStep.Evaluated;
import io.kizuna.batchrecord.internal.Exceptions.Draft;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.MesException.Refusal;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Parameter.Classification;
import io.kizuna.recipe.Parameter.OutsidePolicy;
import io.kizuna.recipe.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether evaluated values may be recorded, and which exceptions they open if so. */
final class Acceptance {

  /** R03: a shorter "reason" is none. */
  private static final int REASON_MIN = 5;

  private Acceptance() {}

  /**
   * @throws MesException with every fault at once.
   */
  static void require(
      StepContext ctx,
      Map<String, Evaluated> values,
      Map<String, String> reasons,
      Set<String> scanned,
      boolean supervised) {
    var faults = new ArrayList<Fault>();
    for (var scan : ctx.step().identityScans()) {
      if (!scanned.contains(scan.id())) {
        faults.add(
            fault(
                scan.id(),
                ErrorCode.IDENTITY_NOT_SCANNED,
                "Its label must be scanned before anything is recorded.",
                null,
                ctx.batch().identity().coi() + "/" + scan.container(),
                null));
      }
    }
    for (Parameter p : ctx.step().parameters()) {
      Evaluated v = values.get(p.id());
      if (v == null) continue;
      if (v.problem() != null && (p.required() || v.value() != null)) faults.add(v.problem());
      else if (v.value() == null) {
        if (p.required()) {
          faults.add(
              fault(p.id(), ErrorCode.VALUE_MISSING, "The value is needed.", null, null, null));
        }
      } else {
        check(p, v, reasons, supervised, faults);
      }
    }
    if (!faults.isEmpty()) throw new MesException(faults);
  }

  private static void check(
      Parameter p,
      Evaluated v,
      Map<String, String> reasons,
      boolean supervised,
      List<Fault> faults) {
    boolean outside = v.verdict().isOutside();
    if (outside && p.policy() == OutsidePolicy.BLOCK) {
      faults.add(
          fault(
              p.id(),
              ErrorCode.VALUE_BLOCKED,
              "A value outside its limits cannot be recorded here.",
              v.display(),
              StepContent.limits(p.limits()),
              "QA"));
      return;
    }
    boolean needsReason = isInstead(p, v) || (outside && p.policy() != OutsidePolicy.WARN);
    String reason = reasons.getOrDefault(p.id(), "").strip();
    if (needsReason && reason.length() < REASON_MIN) {
      faults.add(
          fault(
              p.id(),
              ErrorCode.REASON_MISSING,
              "The value needs a reason.",
              v.display(),
              StepContent.limits(p.limits()),
              null));
    }
    if (outside && p.policy() == OutsidePolicy.SECOND_SIGNATURE && !supervised) {
      faults.add(
          fault(
              p.id(),
              ErrorCode.SIGNATURE_MISSING,
              "The value needs the signature of a supervisor.",
              v.display(),
              StepContent.limits(p.limits()),
              "SUPERVISOR"));
    }
  }

  private static Fault fault(
      String field,
      ErrorCode code,
      String rule,
      @Nullable String value,
      @Nullable String needed,
      @Nullable String solver) {
    return new Fault(field, code, new Refusal(rule, value, needed, solver));
  }

  /** Whether a person typed what the system should have read. */
  private static boolean isInstead(Parameter p, Evaluated v) {
    return v.source().equals("MANUAL") && !StepEvaluation.kind(p.source()).equals("MANUAL");
  }

  /** The exceptions recorded values open. */
  static List<Draft> exceptions(
      StepContext ctx, Map<String, Evaluated> values, Map<String, String> reasons) {
    var drafts = new ArrayList<Draft>();
    for (Parameter p : ctx.step().parameters()) {
      Evaluated v = values.get(p.id());
      if (v == null || v.value() == null) continue;
      String reason = reasons.get(p.id());
      if (v.verdict().isOutside()) drafts.add(outside(ctx, p, v, reason));
      if (isInstead(p, v)) {
        drafts.add(
            draft(
                ctx,
                p,
                v,
                Type.MANUAL_ENTRY,
                Severity.MAJOR,
                reason,
                ": typed although it should have been read",
                ":自動取得値の手入力"));
      }
      if (coverageLow(v)) {
        drafts.add(
            draft(
                ctx,
                p,
                v,
                Type.COVERAGE_LOW,
                Severity.MAJOR,
                reason,
                ": readings cover only " + v.provenance().get("coverage") + " % of the window",
                ":データ網羅率 " + v.provenance().get("coverage") + " %"));
      }
    }
    return drafts;
  }

  private static boolean coverageLow(Evaluated v) {
    String coverage = v.provenance().get("coverage");
    String least = v.provenance().get("minCoverage");
    return coverage != null
        && least != null
        && new BigDecimal(coverage).compareTo(new BigDecimal(least)) < 0;
  }

  private static Draft outside(StepContext ctx, Parameter p, Evaluated v, @Nullable String reason) {
    boolean critical =
        p.classification() == Classification.CPP || p.classification() == Classification.CQA;
    return v.verdict() == Verdict.REJECT
        ? draft(
            ctx,
            p,
            v,
            Type.LIMIT_REJECT,
            Severity.CRITICAL,
            reason,
            ": outside the reject limit",
            ":不適合限界外")
        : draft(
            ctx,
            p,
            v,
            Type.LIMIT_ALERT,
            critical ? Severity.MAJOR : Severity.MINOR,
            reason,
            ": outside the normal range",
            ":正常範囲外");
  }

  private static Draft draft(
      StepContext ctx,
      Parameter p,
      Evaluated v,
      Type type,
      Severity severity,
      @Nullable String reason,
      String en,
      String ja) {
    String unit = p.unit() == null || p.unit().equals("1") ? "" : " " + p.unit();
    return new Draft(
        type,
        severity,
        ctx.run().id(),
        p.id(),
        new Text(p.name().en() + en, p.name().ja() + ja),
        v.display() + unit,
        StepContent.limits(p.limits()),
        reason);
  }
}
