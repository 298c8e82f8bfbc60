package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.StepRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Works one batch from where it stands until it is complete, or as far as it was asked to. */
final class BatchRun implements Filling.World {
  private static final long POLL_MS = 150;

  /** Shorter pauses of the route (a job of the engine) are no reason to let the clock run. */
  private static final long PATIENCE_MS = 400;

  /** The longest wait of a recipe is a day; this much plant time without a change is too long. */
  private static final Duration CHANGE_WITHIN = Duration.ofHours(30);

  private static final long CHANGE_WITHIN_WALL_MS = 90_000;

  /** A busy machine takes a second per answer; a dozen steps may stand inside a hold time. */
  private static final long HOLD_TIME_LEFT_WALL_MS = 30_000;

  private final Crew crew;
  private final Order order;
  private final Plan plan;
  private final StepWork work;
  private final Hands hands;
  private final Bench.Place place;
  private final QaWork qa;
  private final Map<String, Map<String, String>> recorded = new HashMap<>();
  private final Map<String, Map<String, String>> typed = new HashMap<>();
  private String lastUnitProcedure = "";
  private String lastTouched = "";
  private StepWork.@Nullable Prepared inHand;

  /** A batch and what it runs on. */
  record Order(
      String batch,
      String number,
      String coi,
      String patientToken,
      Map<String, String> equipment) {}

  /** An open step of the overview. */
  record OpenStep(StepRef ref, String state, String performedBy, String unitProcedure) {
    boolean toVerify() {
      return state.equals("AWAITING_VERIFICATION");
    }
  }

  BatchRun(Crew crew, Order order, Plan plan) {
    this.crew = crew;
    this.order = order;
    this.plan = plan;
    this.place = new Bench.Place(order.coi());
    this.hands = new Hands(crew.bench(), place, this::equipment);
    this.work = new StepWork(this, new Filling(crew.knowledge(), this), crew.staff());
    this.qa = new QaWork(crew, order);
  }

  /**
   * @throws Stuck with where it stands and what the system said.
   */
  void untilDone() {
    long changedAt = System.nanoTime();
    long idleSince = 0;
    String before = "";
    while (true) {
      JsonNode overview = Mes.batch(crew.staff().reviewer(), order.batch());
      String now = fingerprint(overview);
      if (!now.equals(before)) changedAt = System.nanoTime();
      before = now;
      if (ended(overview)) return;
      OpenStep step = next(overview);
      if (step != null) {
        idleSince = 0;
        crew.pace().working(this, leisure(overview));
        if (workOn(step, overview) == Plan.Go.DONE) return;
        continue;
      }
      if (idleSince == 0) idleSince = System.nanoTime();
      if (plan.idle(this, overview) == Plan.Go.DONE) return;
      boolean waits = Json.textOrNull(overview, "waitsUntil") != null;
      if ((waits || ms(idleSince) > PATIENCE_MS) && !holdTimeRuns(overview)) {
        crew.pace().waiting(this);
      }
      requireChange(overview, changedAt);
      HttpLink.pause(POLL_MS);
    }
  }

  private boolean ended(JsonNode overview) {
    String state = state(overview);
    if (state.equals("COMPLETE")) return true;
    if (state.equals("HELD")) {
      if (plan.held(this, overview) == Plan.Go.DONE) return true;
      throw stuck(overview, "the batch is held");
    }
    if (!state.equals("RUNNING") && !state.equals("IDLE")) throw stuck(overview, "it is " + state);
    return false;
  }

  static String state(JsonNode overview) {
    String state = Json.text(overview, "state");
    return state.isEmpty() ? Json.text(overview.path("header"), "state") : state;
  }

  private Plan.Go workOn(OpenStep open, JsonNode overview) {
    String step = step(open.ref().key());
    lastTouched = open.ref().key();
    lastUnitProcedure = open.unitProcedure();
    if (open.toVerify()) return verify(open, step);
    if (plan.before(this, open.ref(), overview) == Plan.Go.DONE) return Plan.Go.DONE;
    if (crew.knowledge().disposes(step)) {
      qa.release();
      return Plan.Go.ON;
    }
    StepWork.Prepared prepared = prepared(open.ref());
    StepWork.Done done = work.complete(prepared);
    inHand = null;
    remember(prepared);
    line(prepared.view(), prepared.performer().user, "", prepared.shown(), done.ms());
    if (Json.text(done.answer(), "state").equals("COMPLETE")) completed(step);
    return plan.performed(this, prepared, done);
  }

  /** The step with everything but the signature; a step in hand is not prepared twice. */
  StepWork.Prepared prepared(StepRef ref) {
    StepWork.Prepared known = inHand;
    if (known != null && known.ref().equals(ref)) return known;
    JsonNode view = Mes.step(crew.staff().reviewer(), ref);
    String preferred = crew.knowledge().performer(step(ref.key()));
    MesSession performer = crew.staff().performer(Json.text(view, "performer"), preferred);
    StepWork.Prepared prepared = work.prepare(ref, performer);
    inHand = prepared;
    return prepared;
  }

  private Plan.Go verify(OpenStep open, String step) {
    JsonNode view = Mes.step(crew.staff().reviewer(), open.ref());
    MesSession verifier = crew.staff().verifier(Json.text(view, "performer"), open.performedBy());
    Map<String, String> readings = typed.getOrDefault(open.ref().key(), Map.of());
    StepWork.Done done = work.verify(open.ref(), verifier, readings);
    line(view, open.performedBy(), verifier.user, Map.of(), done.ms());
    completed(step);
    return plan.verified(this, open.ref(), done);
  }

  private void completed(String step) {
    move(step, "after", Map.of());
    String released = crew.knowledge().releases(step);
    if (released != null) crew.release(equipment(released), this);
  }

  /** What hands do at a moment of a step. */
  void move(String step, String moment, Map<String, String> values) {
    for (Knowledge.Action action : crew.knowledge().actions(step, moment)) {
      if (hands.move(action, values)) continue;
      if (!action.verb().equals("decideExceptions")) {
        throw new Stuck("the crew knows no movement " + action.verb());
      }
      qa.decideExceptions();
    }
  }

  private void remember(StepWork.Prepared p) {
    var known = recorded.computeIfAbsent(p.step(), s -> new HashMap<>());
    known.putAll(p.values());
    var second = new HashMap<String, String>();
    for (Definition d : Definition.of(p.view())) {
      String value = p.values().get(d.id());
      if (d.source().equals("MANUAL") && value != null) second.put(d.id(), value);
    }
    typed.put(p.ref().key(), second);
  }

  private void line(
      JsonNode view, String performer, String verifier, Map<String, String> values, long ms) {
    JsonNode up = view.path("unitProcedure");
    crew.journal()
        .step(
            new Journal.Line(
                order.number(),
                crew.pace().now(),
                Json.text(up, "number"),
                Json.text(view, "number"),
                Json.english(view, "title"),
                performer,
                verifier,
                values,
                ms));
  }

  /** Verifications first, then the unit procedure somebody is at, then the order of the recipe. */
  private @Nullable OpenStep next(JsonNode overview) {
    OpenStep best = null;
    int bestRank = Integer.MAX_VALUE;
    for (OpenStep open : open(overview)) {
      int rank = open.toVerify() ? 0 : open.unitProcedure().equals(lastUnitProcedure) ? 1 : 2;
      if (rank >= bestRank) continue;
      String role = crew.knowledge().acquires(step(open.ref().key()));
      if (role != null && !crew.acquire(equipment(role), this)) continue;
      best = open;
      bestRank = rank;
    }
    return best;
  }

  List<OpenStep> open(JsonNode overview) {
    var open = new ArrayList<OpenStep>();
    for (JsonNode up : overview.path("unitProcedures")) {
      for (JsonNode s : up.path("steps")) {
        String state = Json.text(s, "state");
        if (!state.equals("OPEN") && !state.equals("AWAITING_VERIFICATION")) continue;
        open.add(
            new OpenStep(
                new StepRef(order.batch(), Json.text(s, "key")),
                state,
                Json.person(s, "performedBy"),
                Json.text(up, "id")));
      }
    }
    return open;
  }

  private static boolean holdTimeRuns(JsonNode overview) {
    for (JsonNode h : overview.path("holdTimes")) {
      String state = Json.text(h, "state");
      if (!state.equals("MET") && !state.equals("EXCEEDED")) return true;
    }
    return false;
  }

  /** The clock may run so fast that what is left of every hold time lasts a while of wall time. */
  private double leisure(JsonNode overview) {
    double fastest = Double.MAX_VALUE;
    for (JsonNode h : overview.path("holdTimes")) {
      String state = Json.text(h, "state");
      if (!state.equals("RUNNING") && !state.equals("WARNING")) continue;
      Duration left =
          Duration.between(crew.pace().now(), Instant.parse(Json.text(h, "normalUntil")));
      fastest = Math.min(fastest, left.toMillis() / (double) HOLD_TIME_LEFT_WALL_MS);
    }
    return fastest;
  }

  private static String fingerprint(JsonNode overview) {
    var text = new StringBuilder(state(overview));
    for (JsonNode up : overview.path("unitProcedures")) {
      text.append(Json.text(up, "state"));
      for (JsonNode s : up.path("steps")) {
        text.append(Json.text(s, "key")).append(Json.text(s, "state"));
      }
    }
    return text.toString();
  }

  private void requireChange(JsonNode overview, long changedAt) {
    double fastMs = CHANGE_WITHIN.toMillis() / crew.pace().waitSpeed();
    if (ms(changedAt) > fastMs + CHANGE_WITHIN_WALL_MS) {
      throw stuck(overview, "nothing has changed for " + ms(changedAt) / 1000 + " s");
    }
  }

  Stuck stuck(JsonNode overview, String why) {
    var text = new StringBuilder(order.number()).append(": ").append(why);
    text.append("; state ").append(state(overview));
    String hold = Json.textOrNull(overview, "holdReason");
    if (hold != null) text.append("; hold reason: ").append(hold);
    for (JsonNode up : overview.path("unitProcedures")) {
      if (Json.text(up, "state").equals("RUNNING")) {
        text.append("; in ").append(Json.text(up, "number"));
      }
    }
    open(overview)
        .forEach(o -> text.append("; ").append(o.ref().key()).append(' ').append(o.state()));
    return new Stuck(text.toString());
  }

  private static long ms(long sinceNs) {
    return (System.nanoTime() - sinceNs) / 1_000_000;
  }

  /** The step of a key without its pass: {@code up-x.user_y~2} is {@code up-x.user_y}. */
  static String step(String key) {
    int pass = key.indexOf('~');
    return pass < 0 ? key : key.substring(0, pass);
  }

  /** The key of the step somebody was at last. */
  String lastTouched() {
    return lastTouched;
  }

  Crew crew() {
    return crew;
  }

  Order order() {
    return order;
  }

  Journal journal() {
    return crew.journal();
  }

  StepWork work() {
    return work;
  }

  QaWork qa() {
    return qa;
  }

  Bench.Place place() {
    return place;
  }

  @Override
  public double measure(String analyser, String result) {
    return crew.bench().measure(place, analyser, result);
  }

  @Override
  public double vessel(String field) {
    return crew.bench().vessel(place, field);
  }

  @Override
  public String shown(String role, String tag) {
    return crew.bench().shown(equipment(role), tag).asString();
  }

  /** A little behind, so that it is never in the future of the MES. */
  @Override
  public Instant now() {
    return crew.pace().exactly().minusSeconds(30);
  }

  @Override
  public String equipment(String role) {
    String unit = order.equipment().get(role);
    if (unit == null) throw new Stuck("the batch has no " + role);
    return unit;
  }

  @Override
  public String patientToken() {
    return order.patientToken();
  }

  @Override
  public String coi() {
    return order.coi();
  }

  @Override
  public String recorded(String path) {
    int dot = path.lastIndexOf('.');
    String value =
        recorded.getOrDefault(path.substring(0, dot), Map.of()).get(path.substring(dot + 1));
    if (value == null) throw new Stuck("nothing was recorded for " + path);
    return value;
  }

  @Override
  public double postThawFactor() {
    return crew.bench().postThawFactor(place);
  }

  @Override
  public int openExceptions() {
    return qa.open();
  }
}
