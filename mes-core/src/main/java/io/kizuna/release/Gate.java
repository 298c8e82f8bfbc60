package io.kizuna.release;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Text;

/**
 * A rule a batch must meet before it can be released (R32); each one alone stops the release.
 *
 * <p>The name is the stable code pages and refusals carry.
 */
public enum Gate {
  STEP_INCOMPLETE(
      new Text("step not complete", "完了していないステップ"), new Text("operator, supervisor", "作業者・監督者")),
  UNIT_PROCEDURE_INCOMPLETE(
      new Text("unit procedure not run to its end", "最後まで実施されていない単位工程"),
      new Text("operator, supervisor", "作業者・監督者")),
  VALUE_MISSING(new Text("required value missing", "必須値の欠落"), new Text("process owner", "工程責任者")),
  VERIFICATION_OPEN(
      new Text("step waits for verification by a second person", "第二者の照査を待つステップ"),
      new Text("verifier", "照査者")),
  EXCEPTION_OPEN(new Text("exception not decided", "判定されていない例外"), Solver.QA),
  DEVIATION_OPEN(new Text("deviation not closed", "完了していない逸脱"), Solver.QA),
  HOLD_TIME_RUNNING(
      new Text("hold time still running", "計時中の保持時間"), new Text("operator, supervisor", "作業者・監督者")),
  SIGNATURE_MISSING(
      new Text("required signature missing or void", "必要な署名の欠落または無効"),
      new Text("performer or verifier of the step", "ステップの実施者または照査者")),
  SIGNATURE_INVALID(
      new Text("signature does not fit what was recorded", "記録内容と一致しない署名"),
      new Text("QA with the system owner", "品質保証とシステム責任者")),
  IDENTITY_INCOMPLETE(
      new Text("identity scan missing", "同一性確認スキャンの欠落"),
      new Text("operator, supervisor", "作業者・監督者")),
  REJECT_WITHOUT_DECISION(
      new Text("value outside its reject limit without an accepted exception", "承認された例外のない不適合値"),
      Solver.QA),
  QC_INCOMPLETE(new Text("QC result missing", "未記録の品質試験結果"), new Text("QC", "品質管理")),
  QC_FAILED(
      new Text(
          "QC result outside its specification: the batch can only be rejected",
          "規格外の品質試験結果:不合格判定のみ可能"),
      new Text("QA: reject the batch", "品質保証:不合格判定")),
  AUDIT_CHAIN_BROKEN(
      new Text("audit trail does not recompute", "監査証跡の連鎖の不整合"),
      new Text("QA with the system owner", "品質保証とシステム責任者")),
  BATCH_HELD(new Text("batch is held", "バッチ保留中"), Solver.QA),
  BATCH_ENDED_EARLY(
      new Text("batch was aborted or stopped: it can only be rejected", "中止されたバッチ:不合格判定のみ可能"),
      new Text("QA: reject the batch", "品質保証:不合格判定")),
  REVIEW_MISSING(new Text("record review not signed by QA", "品質保証による記録照査の未署名"), Solver.QA),
  REVIEWER_INVOLVED(
      new Text("the reviewer took part in making the batch", "照査者が製造に関与"),
      new Text("another QA person", "別の品質保証担当者")),
  DISPOSER_NOT_QA(new Text("only QA decides the disposition", "出荷判定は品質保証のみ可能"), Solver.QA),
  DISPOSER_INVOLVED(
      new Text("who decides took part in making the batch", "判定者が製造に関与"),
      new Text("another QA person", "別の品質保証担当者")),
  DISPOSER_REVIEWED(
      new Text("who decides has reviewed the record", "判定者が記録照査者と同一"),
      new Text("another QA person", "別の品質保証担当者"));

  private static final class Solver {
    static final Text QA = new Text("QA", "品質保証");
  }

  private final Text text;
  private final Text solver;

  Gate(Text text, Text solver) {
    this.text = text;
    this.solver = solver;
  }

  /** What blocks, for one of them. */
  public Text text() {
    return text;
  }

  /** Who can solve it. */
  public Text solver() {
    return solver;
  }

  /** The code a refusal by this gate carries. */
  public ErrorCode code() {
    return switch (this) {
      case DISPOSER_NOT_QA -> ErrorCode.ROLE_MISSING;
      case DISPOSER_INVOLVED, DISPOSER_REVIEWED, REVIEWER_INVOLVED -> ErrorCode.SAME_PERSON;
      default -> ErrorCode.RELEASE_BLOCKED;
    };
  }

  /** Whether it depends on who decides, not on the batch alone. */
  public boolean isPersonal() {
    return this == DISPOSER_NOT_QA || this == DISPOSER_INVOLVED || this == DISPOSER_REVIEWED;
  }
}
