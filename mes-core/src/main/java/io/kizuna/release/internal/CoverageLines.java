package io.kizuna.release.internal;

import io.kizuna.batchrecord.BatchException;
import io.kizuna.batchrecord.BatchException.Type;
import io.kizuna.batchrecord.ReadRecord.HoldState;
import io.kizuna.batchrecord.RecordedValue;
import io.kizuna.batchrecord.StepRun;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Parameter.Classification;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.recipe.Verdict;
import io.kizuna.release.ReviewBatch.Coverage;
import io.kizuna.release.internal.Evidence.Line;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was looked at and how much of it was good (ui.md 3.7). */
final class CoverageLines {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Evidence e;
  private final List<Line> done;
  private final List<Coverage> lines = new ArrayList<>();

  private CoverageLines(Evidence e) {
    this.e = e;
    this.done = e.lines().stream().filter(Line::isDone).toList();
  }

  static List<Coverage> of(Evidence e) {
    var c = new CoverageLines(e);
    c.exceptions();
    c.parameters();
    c.signatures();
    c.verifications();
    c.identity();
    c.holdTimes();
    c.corrections();
    c.automatic();
    c.data();
    c.gaps();
    c.commands();
    c.audit();
    return List.copyOf(c.lines);
  }

  private void add(String id, String en, String ja, long good, long total, @Nullable Text detail) {
    lines.add(new Coverage(id, new Text(en, ja), good, total, detail));
  }

  private void exceptions() {
    long decided =
        e.exceptions().stream()
            .filter(
                x ->
                    x.state() == BatchException.State.ACCEPTED
                        || x.state() == BatchException.State.CLOSED)
            .count();
    add("exceptions", "Exceptions decided", "例外の判定", decided, e.exceptions().size(), null);
  }

  private void parameters() {
    long total = 0;
    long judged = 0;
    long outside = 0;
    for (Line l : done) {
      for (Parameter p : l.step().parameters()) {
        RecordedValue v = l.latest().get(p.id());
        if (!isJudgeable(p) || (v == null && !p.required())) continue;
        total++;
        if (v != null && v.verdict() != Verdict.NOT_JUDGED) judged++;
        if (v != null && v.verdict().isOutside()) outside++;
      }
    }
    add(
        "parameters",
        "Parameters judged against their limits",
        "限界値と照合したパラメータ",
        judged,
        total,
        new Text(outside + " outside the normal range", "正常範囲外 " + outside + " 件"));
  }

  private static boolean isJudgeable(Parameter p) {
    return p.limits() != null || p.choices().stream().anyMatch(c -> c.verdict() != null);
  }

  private void signatures() {
    long total = 0;
    long missing = 0;
    for (Line l : done) {
      total += RequiredSignatures.of(l).size();
      missing += RequiredSignatures.missing(l, e).size();
    }
    long faults = e.signatures().stream().filter(s -> SignatureFaults.of(s, e).isPresent()).count();
    long voided = e.signatures().stream().filter(s -> s.voidReason() != null).count();
    add(
        "signatures",
        "Required signatures present and valid",
        "必要な署名(有効)",
        Math.max(0, total - missing - faults),
        total,
        new Text(
            e.signatures().size() + " recomputed, " + voided + " void",
            "再計算 " + e.signatures().size() + " 件、無効 " + voided + " 件"));
  }

  private void verifications() {
    var needed = done.stream().filter(l -> l.step().verification() != Verification.NONE).toList();
    long good = needed.stream().map(Line::run).filter(CoverageLines::isVerified).count();
    add("verifications", "Verified by a second person", "第二者による照査", good, needed.size(), null);
  }

  private static boolean isVerified(StepRun run) {
    String verifier = run.verifiedBy();
    return verifier != null && !verifier.equals(run.performedBy());
  }

  private void identity() {
    long total = 0;
    long good = 0;
    for (Line l : done) {
      total += l.step().identityScans().size();
      good +=
          l.step().identityScans().stream()
              .filter(
                  s ->
                      e.checks().stream()
                          .anyMatch(
                              c ->
                                  c.matched()
                                      && c.stepRun().equals(l.run().id())
                                      && c.scan().equals(s.id())))
              .count();
    }
    long wrong = e.checks().stream().filter(c -> !c.matched()).count();
    add(
        "identity",
        "Identity scans",
        "同一性確認スキャン",
        good,
        total,
        new Text(wrong + " mismatches", "不一致 " + wrong + " 件"));
  }

  private void holdTimes() {
    long met = e.holdTimes().stream().filter(h -> h.state() == HoldState.MET).count();
    add("hold-times", "Hold times met", "保持時間の遵守", met, e.holdTimes().size(), null);
  }

  private void corrections() {
    var corrected = e.values().stream().filter(v -> v.revision() > 1).toList();
    long reasoned = corrected.stream().filter(v -> v.reason() != null).count();
    add("corrections", "Corrections with a reason", "理由のある訂正", reasoned, corrected.size(), null);
  }

  private void automatic() {
    long total = 0;
    long typed = 0;
    for (Line l : done) {
      for (Parameter p : l.step().parameters()) {
        RecordedValue v = l.latest().get(p.id());
        if (v == null || p.source() instanceof Source.Manual) continue;
        total++;
        if (v.source().equals("MANUAL")) typed++;
      }
    }
    add(
        "automatic",
        "Automatic values not typed by hand",
        "手入力でない自動取得値",
        total - typed,
        total,
        null);
  }

  /** Windows whose readings cover what the recipe asks for, and the weakest one of each tag. */
  private void data() {
    long total = 0;
    long good = 0;
    var least = new TreeMap<String, BigDecimal>();
    for (Line l : done) {
      for (RecordedValue v : l.latest().values()) {
        Map<String, String> facts = facts(v);
        String coverage = facts.get("coverage");
        if (coverage == null) continue;
        var percent = new BigDecimal(coverage);
        total++;
        if (percent.compareTo(new BigDecimal(facts.getOrDefault("minCoverage", "0"))) >= 0) good++;
        if (isCritical(l, v)) {
          least.merge(facts.getOrDefault("tag", v.parameter()), percent, BigDecimal::min);
        }
      }
    }
    var detail = new StringBuilder();
    least.forEach(
        (tag, percent) ->
            detail
                .append(detail.isEmpty() ? "" : ", ")
                .append(String.format(Locale.ROOT, "%s %s %%", tag, percent.toPlainString())));
    add(
        "data",
        "Data windows covered by good readings",
        "データ網羅率を満たす区間",
        good,
        total,
        detail.isEmpty()
            ? null
            : new Text("critical parameters: " + detail, "重要工程パラメータ:" + detail));
  }

  private static boolean isCritical(Line l, RecordedValue v) {
    return l.step()
        .parameter(v.parameter())
        .filter(p -> p.classification() == Classification.CPP)
        .isPresent();
  }

  private static Map<String, String> facts(RecordedValue v) {
    if (!v.source().equals("WINDOW") || v.provenance() == null) return Map.of();
    return JSON.readValue(v.provenance(), new TypeReference<Map<String, String>>() {});
  }

  private void gaps() {
    long closed = e.gaps().stream().filter(g -> g.to() != null).count();
    add("gaps", "Communication gaps ended", "終了した通信欠損", closed, e.gaps().size(), null);
  }

  private void commands() {
    long failed =
        e.exceptions().stream()
            .filter(x -> x.type() == Type.EQUIPMENT && x.openedBy().startsWith("system:"))
            .count();
    long confirmed = e.commands().size();
    add("commands", "Commands confirmed", "確認済みの機器指令", confirmed, confirmed + failed, null);
  }

  private void audit() {
    var chain = e.chain();
    long good = chain.valid() ? chain.length() : Math.max(0, chain.firstBad() - 1);
    add(
        "audit",
        "Audit trail entries recomputed",
        "再計算した監査証跡",
        good,
        chain.length(),
        Text.same("SHA-256 " + chain.head().substring(0, Math.min(16, chain.head().length()))));
  }
}
