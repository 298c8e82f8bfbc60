package io.kizuna.simulator.crew;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** QA's part of one batch: decides exceptions, releases, reads the record. */
final class QaWork {
  private static final String LOOKED =
      "Looked at the values, their limits and the reason given; no effect on the product.";

  private final Crew crew;
  private final BatchRun.Order order;

  QaWork(Crew crew, BatchRun.Order order) {
    this.crew = crew;
    this.order = order;
  }

  List<JsonNode> exceptions() {
    var all = new ArrayList<JsonNode>();
    Mes.exceptions(crew.staff().reviewer(), order.batch()).forEach(all::add);
    return all;
  }

  /** How many QA has not decided. */
  int open() {
    return (int) exceptions().stream().filter(QaWork::isOpen).count();
  }

  static boolean isOpen(JsonNode exception) {
    String state = Json.text(exception, "state");
    return state.equals("OPEN") || state.equals("DEVIATION");
  }

  /**
   * Accepts what may be accepted after looking at it.
   *
   * @throws Stuck for a critical one: good work does not make them.
   */
  void decideExceptions() {
    for (JsonNode e : exceptions()) {
      if (!isOpen(e)) continue;
      if (Json.text(e, "severity").equals("CRITICAL")) {
        throw new Stuck(order.number() + ": critical exception " + worded(e));
      }
      String by = accept(Json.text(e, "id"));
      crew.journal().count("signatures", 1);
      crew.journal().count("exceptions", 1);
      crew.journal().note(order.number(), "  " + by + " accepts exception " + worded(e));
    }
  }

  /** The reviewer, but nobody decides on the own step. */
  private String accept(String exception) {
    MesSession by = crew.staff().reviewer();
    try {
      Mes.decide(by, exception, "ACCEPT", LOOKED);
    } catch (Refusal refusal) {
      if (!refusal.codes().contains("BR-008")) throw refusal;
      by = crew.staff().releaser();
      Mes.decide(by, exception, "ACCEPT", LOOKED);
    }
    return by.user;
  }

  static String worded(JsonNode e) {
    return "%s %s %s %s: %s %s (%s)"
        .formatted(
            Json.text(e, "number"),
            Json.text(e, "severity"),
            Json.text(e, "type"),
            Json.text(e, "stepNumber"),
            Json.english(e, "text"),
            Json.text(e, "value"),
            Json.text(e, "limit"));
  }

  boolean disposed() {
    JsonNode overview = Mes.batch(crew.staff().reviewer(), order.batch());
    return Json.textOrNull(overview, "disposition") != null;
  }

  /**
   * Releases the batch: at its last step, or when it is complete.
   *
   * @throws Stuck if the gates say no.
   */
  void release() {
    decideExceptions();
    JsonNode verdict = Mes.review(crew.staff().releaser(), order.batch()).path("verdict");
    if (!verdict.path("releasable").asBoolean()) {
      throw new Stuck(order.number() + " is not releasable: " + verdict.path("blockers"));
    }
    Mes.dispose(
        crew.staff().releaser(),
        order.batch(),
        "RELEASED",
        "Record complete, all results conform.");
    crew.journal().count("signatures", 1);
    crew.journal().note(order.number(), "  watanabe releases the batch");
  }

  /**
   * Reads the record as an inspector would.
   *
   * @return what is wrong with it; empty for a record of a released batch.
   */
  List<String> faultsOfRecord() {
    JsonNode record = Mes.record(crew.staff().releaser(), order.batch());
    return RecordCheck.faults(record);
  }
}
