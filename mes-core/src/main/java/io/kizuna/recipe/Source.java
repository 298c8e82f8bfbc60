package io.kizuna.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the value of a parameter comes from; {@code kind} names it in every JSON form. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Source.Manual.class, name = "MANUAL"),
  @JsonSubTypes.Type(value = Source.Scan.class, name = "SCAN"),
  @JsonSubTypes.Type(value = Source.Formula.class, name = "FORMULA"),
  @JsonSubTypes.Type(value = Source.Tag.class, name = "TAG"),
  @JsonSubTypes.Type(value = Source.Window.class, name = "WINDOW"),
  @JsonSubTypes.Type(value = Source.Previous.class, name = "PREVIOUS"),
  @JsonSubTypes.Type(value = Source.Certificate.class, name = "CERTIFICATE")
})
public sealed interface Source {

  /** A person types or picks it. */
  record Manual() implements Source {}

  /**
   * A person scans it.
   *
   * @param of what the code must be.
   * @param material material definition the lot must belong to; only for {@code LOT}.
   * @param equipment role the scanned equipment must be bound to; only for {@code EQUIPMENT}.
   * @param sameAs parameter whose last code this one must repeat, as {@code up-x.user_y.param} or
   *     {@code user_y.param}; only for {@code LOT} and {@code FREE}.
   */
  record Scan(
      Kind of, @Nullable String material, @Nullable String equipment, @Nullable String sameAs)
      implements Source {
    /** What a code can be. */
    public enum Kind {
      LOT,
      EQUIPMENT,
      LABEL,
      /** The pseudonym of the patient the batch was ordered for. */
      PATIENT,
      FREE
    }
  }

  /** The system computes it in decimal arithmetic from other values of the batch. */
  record Formula(String expression) implements Source {}

  /**
   * The present value of a tag.
   *
   * @param maxAge an older or bad value is not taken; a person must then enter it with a reason.
   */
  record Tag(String equipment, String tag, Duration maxAge) implements Source {}

  /**
   * A statistic over the readings of a tag between two events of the batch.
   *
   * @param from step whose completion begins the window, as {@code up-x.user_y} or {@code user_y}.
   * @param to step whose completion ends it; null means the moment of this step.
   * @param minCoverage per cent of the window that good readings must cover; below it the value is
   *     recorded with an exception, never interpolated.
   * @param low, high argument of statistics that need a range, for example {@code COOLING_RATE}.
   */
  record Window(
      String equipment,
      String tag,
      Statistic statistic,
      String from,
      @Nullable String to,
      int minCoverage,
      @Nullable String low,
      @Nullable String high)
      implements Source {}

  /**
   * A value recorded in another step.
   *
   * @param step {@code up-x.user_y}, or {@code user_y} in the same unit procedure.
   * @param occurrence which pass of a loop counts.
   */
  record Previous(String step, String parameter, Occurrence occurrence) implements Source {
    /** Which pass of a loop. */
    public enum Occurrence {
      FIRST,
      LAST
    }
  }

  /**
   * What the certificate of a scanned lot states.
   *
   * @param scan parameter of the same step that holds the scanned lot, or {@code
   *     up-x.user_y.param}.
   */
  record Certificate(String scan, String attribute) implements Source {}

  /** What a window can be reduced to. Temperatures are degrees Celsius, times minutes. */
  enum Statistic {
    MIN,
    MAX,
    MEAN,
    FIRST,
    LAST,
    /** Mean kinetic temperature, activation energy 83.144 kJ/mol (USP 1079.2; C-20). */
    MEAN_KINETIC_TEMPERATURE,
    /** Per cent of the window covered by good readings. */
    COVERAGE,
    /** Minutes below {@code low} or above {@code high}. */
    MINUTES_OUTSIDE,
    /** Lowest temperature before the first recalescence of a freezing curve (C-22). */
    NUCLEATION_TEMPERATURE,
    /** Rise from nucleation to the peak after it (C-22). */
    EXOTHERM_RISE,
    /** Minutes from nucleation until the curve falls through {@code low} (C-22). */
    PLATEAU_MINUTES,
    /**
     * Least-squares slope while the curve falls from {@code high} to {@code low}, per minute
     * (C-21).
     */
    COOLING_RATE,
    /** Length of the window in minutes. */
    DURATION
  }
}
