package io.kizuna.testing;

import io.kizuna.kernel.Text;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.EquipmentCommand;
import io.kizuna.recipe.HoldTime;
import io.kizuna.recipe.Limits;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.Parameter;
import io.kizuna.recipe.Parameter.Classification;
import io.kizuna.recipe.Parameter.OutsidePolicy;
import io.kizuna.recipe.Range;
import io.kizuna.recipe.Source;
import io.kizuna.recipe.Step;
import io.kizuna.recipe.Step.SignatureMeaning;
import io.kizuna.recipe.Step.Verification;
import io.kizuna.recipe.UnitProcedure;
import io.kizuna.recipe.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A small recipe with one of everything: three steps of work, one of QC, review, disposition. */
public final class SampleRecipe {

  public static final String MAKE = "up-make";
  public static final String RELEASE = "up-release";

  private SampleRecipe() {}

  public static MasterBatchRecord recipe() {
    return new MasterBatchRecord(
        "sample",
        "1.0",
        new Text("Sample cells", "試料細胞"),
        "proc-sample",
        List.of("en", "ja"),
        List.of(),
        List.of(),
        List.of(make(), release()));
  }

  private static UnitProcedure make() {
    return new UnitProcedure(
        MAKE,
        "UP07",
        new Text("Expansion", "拡大培養"),
        List.of(
            step("user_count", "7.1", "Count the cells", "細胞を数える", Role.OPERATOR, counted()),
            step("user_feed", "7.2", "Feed", "給餌する", Role.OPERATOR, fed()),
            step("user_evaluate", "7.3", "Evaluate the curve", "曲線を評価", Role.OPERATOR, curve())),
        List.of(
            new HoldTime(
                "HT-03",
                new Text("Count to feed", "測定から給餌まで"),
                "user_count",
                "user_feed",
                Duration.ofMinutes(50),
                Duration.ofMinutes(60),
                Duration.ofMinutes(120))),
        List.of(
            new EquipmentCommand(
                "service_start",
                new Text("Start the bioreactor", "バイオリアクターを起動"),
                "bioreactor",
                EquipmentCommand.Action.START_PROGRAM,
                "EXP-37",
                List.of(),
                Map.of())));
  }

  private static UnitProcedure release() {
    return new UnitProcedure(
        RELEASE,
        "UP13.2",
        new Text("Release", "出荷判定"),
        List.of(
            step("user_record_qc_results", "13.2.1", "QC", "試験", Role.QC_ANALYST, quality()),
            qa("user_review_batch_record", "13.2.2", "Review", "照査", SignatureMeaning.REVIEWED),
            qa("user_decide_disposition", "13.2.3", "Decide", "判定", SignatureMeaning.APPROVED)),
        List.of(),
        List.of());
  }

  private static Step step(
      String id, String number, String en, String ja, Role role, List<Parameter> parameters) {
    return new Step(
        id,
        number,
        new Text("Operation", "作業"),
        new Text(en, ja),
        List.of(new Text("Do it.", "実施する。")),
        null,
        role,
        Verification.VERIFY,
        SignatureMeaning.PERFORMED,
        id.equals("user_count")
            ? List.of(new Step.IdentityScan("bag", new Text("Culture bag", "培養バッグ"), "bag"))
            : List.of(),
        List.of(),
        parameters,
        List.of(),
        Map.of());
  }

  private static Step qa(String id, String number, String en, String ja, SignatureMeaning meaning) {
    return new Step(
        id,
        number,
        new Text("Release", "出荷"),
        new Text(en, ja),
        List.of(),
        null,
        Role.QA,
        Verification.NONE,
        meaning,
        List.of(),
        List.of(),
        id.endsWith("disposition") ? List.of(decision()) : List.of(),
        List.of(),
        Map.of());
  }

  private static Parameter decision() {
    return new Parameter(
        "decision",
        new Text("Disposition", "出荷判定"),
        Parameter.Type.CHOICE,
        null,
        0,
        null,
        Classification.CQA,
        new Source.Manual(),
        OutsidePolicy.WARN,
        true,
        List.of(
            new Parameter.Choice("release", new Text("Release", "出荷可"), null),
            new Parameter.Choice("reject", new Text("Reject", "出荷不可"), null)));
  }

  private static List<Parameter> counted() {
    return List.of(
        decimal(
            "vcd", "Viable cell density", "生細胞密度", "10*6/mL", 2, limits("0.50", "2.50", "4.00")),
        new Parameter(
            "clean",
            new Text("Line is clear", "ラインクリアランス"),
            Parameter.Type.BOOLEAN,
            null,
            0,
            new Limits(null, List.of(), null, null, List.of("true")),
            Classification.INFO,
            new Source.Manual(),
            OutsidePolicy.REASON,
            true,
            List.of()));
  }

  private static List<Parameter> fed() {
    return List.of(
        decimal("volume", "Volume added", "添加量", "mL", 1, limits("95", "105", "120")),
        new Parameter(
            "look",
            new Text("Appearance", "外観"),
            Parameter.Type.CHOICE,
            null,
            0,
            null,
            Classification.IPC,
            new Source.Manual(),
            OutsidePolicy.REASON,
            true,
            List.of(
                new Parameter.Choice("clear", new Text("Clear", "透明"), Verdict.NORMAL),
                new Parameter.Choice("turbid", new Text("Turbid", "混濁"), Verdict.REJECT))));
  }

  private static List<Parameter> curve() {
    return List.of(
        new Parameter(
            "mean",
            new Text("Mean temperature", "平均温度"),
            Parameter.Type.DECIMAL,
            "Cel",
            2,
            limits("36.50", "37.50", "39"),
            Classification.CPP,
            new Source.Window(
                "bioreactor", "T_PV", Source.Statistic.MEAN, "user_count", null, 95, null, null),
            OutsidePolicy.REASON,
            true,
            List.of()));
  }

  private static List<Parameter> quality() {
    return List.of(decimal("viability", "Viability", "生存率", "%", 1, below("80", "70")));
  }

  private static Parameter decimal(
      String id, String en, String ja, String unit, int decimals, Limits limits) {
    return new Parameter(
        id,
        new Text(en, ja),
        Parameter.Type.DECIMAL,
        unit,
        decimals,
        limits,
        Classification.CQA,
        new Source.Manual(),
        id.equals("volume") ? OutsidePolicy.SECOND_SIGNATURE : OutsidePolicy.REASON,
        true,
        List.of());
  }

  private static Limits limits(String low, String high, String rejectAbove) {
    return new Limits(
        new Range(new BigDecimal(low), new BigDecimal(high)),
        List.of(),
        null,
        new BigDecimal(rejectAbove),
        List.of());
  }

  private static Limits below(String low, String rejectBelow) {
    return new Limits(
        new Range(new BigDecimal(low), null),
        List.of(),
        new BigDecimal(rejectBelow),
        null,
        List.of());
  }
}
