package io.kizuna.report;

import io.kizuna.batch.Batch;
import io.kizuna.kernel.Text;
import io.kizuna.recipe.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole record of one batch, for people and machines (R08): page, JSON and PDF show this and
 * nothing else.
 *
 * @param format always {@code kizuna-batch-record}.
 * @param version of this form; grows when a reader would have to change.
 * @param status whether the record can still grow before QA decides.
 * @param signatures those that stand on no step: decisions, holds, disposition.
 * @param generatedAt when it was read.
 * @param trail the newest checkpoint that covers the batch's chain; null before the first.
 */
public record BatchRecord(
    String format,
    int version,
    Copy copy,
    Status status,
    Instant generatedAt,
    Header header,
    Master recipe,
    String patientToken,
    BigDecimal bodyWeightKg,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable String holdReason,
    List<Unit> equipment,
    List<RecordedUnitProcedure> unitProcedures,
    List<RecordedException> exceptions,
    @Nullable Decision disposition,
    Retention retention,
    List<RecordedSignature> signatures,
    List<Command> commands,
    List<Gap> gaps,
    List<Curve> curves,
    Trail auditTrail,
    @Nullable RecordedSeal trail) {

  /** The form of the JSON. */
  public static final String FORMAT = "kizuna-batch-record";

  /** See {@link #version}. */
  public static final int VERSION = 1;

  /** For whom it is. */
  public enum Copy {
    /** Everything, for the site and for inspectors. */
    FULL,
    /** For the company the batch is made for: without what is not theirs (R92). */
    SPONSOR
  }

  /** Whether QA has decided about the batch. */
  public enum Status {
    INTERIM,
    FINAL
  }

  /** What the identity banner shows. */
  public record Header(
      String id,
      String number,
      String coi,
      String shortCode,
      Text checkWord,
      int glyph,
      Product product,
      Client client,
      Batch.State state,
      String suite) {}

  /** Product and version of its master record. */
  public record Product(String code, Text name, String version) {}

  /** The company the batch is made for. */
  public record Client(String id, Text name) {}

  /**
   * The approved master the batch is an exact copy of.
   *
   * @param packageHash what its approver signed.
   */
  public record Master(
      String product, String version, Text name, String packageHash, List<String> languages) {}

  /** A unit bound to a role of the recipe. */
  public record Unit(String role, String equipmentId, String equipmentClass, Text name) {}

  /** Somebody, or a part of the system. */
  public record Actor(String id, Text name) {}

  /** QA's decision on the batch. */
  public record Decision(
      Batch.Disposition decision, @Nullable String reason, Actor by, Instant at) {}

  /**
   * How long the record is kept (R81).
   *
   * @param retainUntil null while the batch has not ended.
   * @param market, product of the rule that asks for the longest time; {@code *}: every product.
   * @param years after the expiry of the batch.
   * @param shelfLifeMonths from the end of the batch to its expiry.
   * @param source the law or contract behind the rule.
   * @param legalHold in force now; null if there is none.
   */
  public record Retention(
      @Nullable Instant retainUntil,
      String market,
      String product,
      int years,
      int shelfLifeMonths,
      String source,
      @Nullable Hold legalHold) {}

  /** A legal hold: the record is kept until QA lifts it. */
  public record Hold(String reason, Actor by, Instant at) {}

  /** A command a device confirmed. */
  public record Command(
      String unitProcedure,
      String command,
      Text name,
      String equipment,
      String action,
      @Nullable String program,
      @Nullable String run,
      String state,
      Instant confirmedAt) {}

  /**
   * A time without readings; never bridged.
   *
   * @param tag null if the whole device was silent.
   */
  public record Gap(
      String equipment, @Nullable String tag, Instant from, @Nullable Instant to, String reason) {}

  /**
   * Readings of a tag a value was computed from, reduced to at most 600 columns.
   *
   * @param usedBy steps and parameters computed from it.
   * @param low, high alert band of the tag.
   */
  public record Curve(
      String unitProcedure,
      String equipment,
      String tag,
      Text name,
      @Nullable String unit,
      int decimals,
      Instant from,
      Instant to,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      List<Text> usedBy,
      List<Column> columns,
      List<Gap> gaps) {}

  /** One column of a curve; values are null where every reading was bad. */
  public record Column(
      Instant t,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable BigDecimal first,
      @Nullable BigDecimal last,
      int bad) {}

  /**
   * The audit chain.
   *
   * @param head hash of its last entry.
   * @param firstBad 0 if the whole chain recomputes.
   * @param entries oldest first, without those that seal readings by the minute; the newest 5000 if
   *     there are more. The portable record holds all.
   */
  public record Trail(
      boolean valid, long length, String head, long firstBad, List<TrailEntry> entries) {}

  /**
   * @param body canonical JSON of the event, from which the hash recomputes; null in a sponsor's
   *     copy if it holds something that is not theirs.
   * @param excerpt changes and reason as JSON, where the body is left out.
   */
  public record TrailEntry(
      long seq,
      Instant at,
      Actor by,
      String action,
      String entity,
      String entityId,
      @Nullable String body,
      @Nullable String excerpt,
      String hash) {}

  /** Values outside their limits among those that count. */
  public long outside() {
    return unitProcedures.stream()
        .flatMap(u -> u.steps().stream())
        .flatMap(s -> s.parameters().stream())
        .filter(p -> p.recorded() != null && outside(p.recorded().verdict()))
        .count();
  }

  private static boolean outside(Verdict verdict) {
    return verdict.isOutside();
  }
}
