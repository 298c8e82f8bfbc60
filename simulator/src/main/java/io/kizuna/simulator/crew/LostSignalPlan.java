package io.kizuna.simulator.crew;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** SM04: the bioreactor is silent for a while during expansion. */
final class LostSignalPlan extends FaultPlan {
  private static final String TAG = "T_PV";
  private static final long LOST_MS = 20_000;
  private static final long NOTICE_MS_MAX = 15_000;
  private static final long RECOVER_MS_MAX = 30_000;

  private @Nullable String fault;
  private boolean done;

  LostSignalPlan(Expectations expect) {
    super(expect);
  }

  /** Between two daily samples, while the culture grows. */
  @Override
  public Go idle(BatchRun run, JsonNode overview) {
    if (done || !inExpansion(overview)) return Go.ON;
    done = true;
    run.crew().pace().working(run);
    lose(run);
    return Go.DONE;
  }

  private static boolean inExpansion(JsonNode overview) {
    for (JsonNode up : overview.path("unitProcedures")) {
      boolean expanding = Json.text(up, "id").equals("up-expansion");
      if (expanding && Json.text(up, "state").equals("RUNNING")) return confirmed(up);
    }
    return false;
  }

  private static boolean confirmed(JsonNode up) {
    for (JsonNode s : up.path("steps")) {
      boolean setPoints = Json.text(s, "key").endsWith("user_confirm_set_points");
      if (setPoints && Json.text(s, "state").equals("COMPLETE")) return true;
    }
    return false;
  }

  private void lose(BatchRun run) {
    String unit = run.equipment("bioreactor");
    expect.note("link before", "LIVE", link(run, unit), link(run, unit).startsWith("LIVE"));
    Instant from = run.crew().pace().exactly();
    fault = run.crew().bench().inject(Json.object().put("code", "SM04").put("device", unit));
    long lostAt = System.nanoTime();
    String shown = await(() -> link(run, unit), s -> !s.startsWith("LIVE"), NOTICE_MS_MAX);
    expect.note(
        "link within 15 s of the loss",
        "not LIVE, with the reason",
        shown,
        !shown.startsWith("LIVE"));
    HttpLink.pause(Math.max(0, LOST_MS - (System.nanoTime() - lostAt) / 1_000_000));
    Instant to = run.crew().pace().exactly();
    heal(run);
    String back = await(() -> link(run, unit), s -> s.startsWith("LIVE"), RECOVER_MS_MAX);
    expect.note("link after the loss", "LIVE again by itself", back, back.startsWith("LIVE"));
    expectGap(run, unit, from, to);
    expectException(run, "DATA_GAP", "");
    expectNoRelease(run);
  }

  private void expectGap(BatchRun run, String unit, Instant from, Instant to) {
    String tag = unit + "." + TAG;
    MesSession by = run.crew().staff().reviewer();
    Instant begin = from.minusSeconds(600);
    Optional<JsonNode> gap =
        await(
            () -> gap(Mes.readings(by, tag, begin.toString(), end(run)), from, to),
            g -> g.isPresent() && Json.textOrNull(g.get(), "to") != null,
            NOTICE_MS_MAX);
    expect.note(
        "gap of " + tag + " in the historian",
        "a gap with both bounds that covers " + from + " to " + to,
        gap.map(JsonNode::toString).orElse("none"),
        gap.isPresent() && Json.textOrNull(gap.get(), "to") != null);
    if (gap.isEmpty()) return;
    Instant first = Instant.parse(Json.text(gap.get(), "from"));
    String last = Json.textOrNull(gap.get(), "to");
    Instant until = last == null ? to : Instant.parse(last);
    List<String> invented = good(Mes.readings(by, tag, begin.toString(), end(run)), first, until);
    expect.note(
        "good readings inside the gap",
        "none: nothing is interpolated",
        invented.isEmpty() ? "none" : invented.size() + ", first " + invented.get(0),
        invented.isEmpty());
  }

  private static String end(BatchRun run) {
    return run.crew().pace().exactly().toString();
  }

  private static Optional<JsonNode> gap(JsonNode readings, Instant from, Instant to) {
    for (JsonNode g : readings.path("gaps")) {
      Instant begin = Instant.parse(Json.text(g, "from"));
      String end = Json.textOrNull(g, "to");
      boolean overlaps = begin.isBefore(to) && (end == null || Instant.parse(end).isAfter(from));
      if (overlaps) return Optional.of(g);
    }
    return Optional.empty();
  }

  /** Readings of good quality strictly inside. */
  private static List<String> good(JsonNode readings, Instant from, Instant to) {
    var inside = new ArrayList<String>();
    for (JsonNode r : readings.path("raw")) {
      String quality = Json.text(r, "q");
      if (!quality.isEmpty() && !quality.equals("GOOD")) continue;
      Instant at = time(r);
      if (at.isAfter(from) && at.isBefore(to)) inside.add(r.toString());
    }
    for (JsonNode b : readings.path("buckets")) {
      boolean any = Json.textOrNull(b, "min") != null;
      Instant at = time(b);
      if (any && at.isAfter(from) && at.isBefore(to)) inside.add(b.toString());
    }
    return inside;
  }

  private static Instant time(JsonNode point) {
    JsonNode t = point.path("t");
    return t.isNumber() ? Instant.ofEpochMilli(t.asLong()) : Instant.parse(t.asString());
  }

  private static String link(BatchRun run, String unit) {
    for (JsonNode e : Mes.equipment(run.crew().staff().reviewer())) {
      if (!Json.text(e, "id").equals(unit)) continue;
      JsonNode connection = e.path("connection");
      return Json.text(connection, "state") + " " + Json.text(connection, "reason");
    }
    return "no " + unit;
  }

  private void heal(BatchRun run) {
    String injected = fault;
    fault = null;
    if (injected != null) run.crew().bench().heal(injected);
  }

  @Override
  public void cleanUp(BatchRun run) {
    heal(run);
  }
}
