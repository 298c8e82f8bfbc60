package io.kizuna.batch.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.BatchOrdered;
import io.kizuna.batch.BatchRoute;
import io.kizuna.batch.Batches;
import io.kizuna.batch.OrderBatch;
import io.kizuna.equipment.EquipmentDirectory;
import io.kizuna.identity.AssignIdentity;
import io.kizuna.identity.BatchIdentity;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import io.kizuna.recipe.MasterBatchRecord;
import io.kizuna.recipe.MasterBatchRecord.EquipmentRequirement;
import io.kizuna.recipe.RecipeJson;
import io.kizuna.recipe.RecipeLibrary;
import io.kizuna.recipe.RecipeVersion;
import io.kizuna.site.Site;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class OrderBatchService implements OrderBatch {

  private static final BigDecimal WEIGHT_MAX_KG = BigDecimal.valueOf(300);

  private final JdbcClient jdbc;
  private final RecipeLibrary recipes;
  private final EquipmentDirectory equipment;
  private final Batches batches;
  private final Site site;
  private final People people;
  private final BatchRoute route;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final ApplicationEventPublisher events;
  private final String facility;
  private final SecureRandom random = new SecureRandom();

  OrderBatchService(
      JdbcClient jdbc,
      RecipeLibrary recipes,
      EquipmentDirectory equipment,
      Batches batches,
      Site site,
      People people,
      BatchRoute route,
      AuditTrail audit,
      RecordClock clock,
      ApplicationEventPublisher events,
      @Value("${kizuna.site.facility-code:A9997}") String facility) {
    this.jdbc = jdbc;
    this.recipes = recipes;
    this.equipment = equipment;
    this.batches = batches;
    this.site = site;
    this.people = people;
    this.route = route;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
    this.facility = facility;
  }

  @Override
  @Transactional
  public BatchId order(Command c) {
    var earlier = byRequest(c.requestId());
    if (earlier.isPresent()) return earlier.get(); // the same press, sent twice
    if (!people.active(c.actor()).has(Role.PLANNER)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING,
          "Ordering a batch needs a role.",
          null,
          "PLANNER",
          "ADMINISTRATOR");
    }
    var version =
        recipes
            .effective(c.product())
            .orElseThrow(
                () ->
                    new MesException(
                        ErrorCode.RECIPE_NOT_EFFECTIVE,
                        "A batch is made from the effective version of its product.",
                        c.product(),
                        "an effective version",
                        "QA"));
    var master = recipes.recipe(version.id());
    check(c, master.equipment());
    lockUnits(c);
    // The first press of the same request may have been waited for just now.
    earlier = byRequest(c.requestId());
    if (earlier.isPresent()) return earlier.get();
    requireFree(c);
    var id = new BatchId(Ids.next());
    var identity =
        AssignIdentity.assign(
            facility, clock.now().atOffset(ZoneOffset.UTC).getYear(), active(), random);
    String number = nextNumber();
    insert(id, number, c, version, master, identity);
    audit.record(
        new AuditEvent(
            Batch.chainOf(id),
            c.actor().value(),
            "batch.ordered",
            "batch",
            id.toString(),
            facts(number, c, version, identity),
            null,
            null));
    route.start(id, version.id());
    events.publishEvent(new BatchOrdered(id));
    return id;
  }

  private static LinkedHashMap<String, Change> facts(
      String number, Command c, RecipeVersion version, BatchIdentity identity) {
    var facts = new LinkedHashMap<String, Change>();
    facts.put("number", Change.to(number));
    facts.put("coi", Change.to(identity.coi().value()));
    facts.put("product", Change.to(c.product() + " " + version.version()));
    facts.put("recipeHash", Change.to(version.packageHash()));
    facts.put("client", Change.to(c.client()));
    facts.put("suite", Change.to(c.suite()));
    facts.put("bodyWeightKg", Change.to(c.bodyWeightKg().toPlainString()));
    c.equipment().forEach((role, unit) -> facts.put("equipment." + role, Change.to(unit.value())));
    facts.put("state", Change.to(Batch.State.RUNNING.name()));
    return facts;
  }

  private Optional<BatchId> byRequest(UUID requestId) {
    return jdbc.sql("SELECT id FROM batch WHERE request_id = ?")
        .param(requestId)
        .query((rs, n) -> new BatchId(rs.getObject("id", UUID.class)))
        .optional();
  }

  private void check(Command c, List<EquipmentRequirement> requirements) {
    if (site.clients().stream().noneMatch(x -> x.id().equals(c.client()))) {
      throw invalid("The client must be known.", c.client(), "a client of this site");
    }
    if (site.suites().stream().noneMatch(x -> x.id().equals(c.suite()))) {
      throw invalid("The suite must be known.", c.suite(), "a suite of this site");
    }
    if (!c.patientToken().matches("[A-Za-z0-9-]{4,60}")) {
      throw invalid(
          "The patient is named by a pseudonym only.",
          "(not shown)",
          "4-60 letters, digits, hyphens");
    }
    if (c.bodyWeightKg().signum() <= 0 || c.bodyWeightKg().compareTo(WEIGHT_MAX_KG) >= 0) {
      throw invalid("Body weight in kg.", c.bodyWeightKg().toPlainString(), "above 0, below 300");
    }
    var roles = requirements.stream().map(EquipmentRequirement::role).toList();
    for (String role : c.equipment().keySet()) {
      if (!roles.contains(role)) throw invalid("Only roles of the recipe have units.", role, roles);
    }
    for (var need : requirements) {
      var unit = c.equipment().get(need.role());
      if (unit == null)
        throw invalid("Every role needs a unit.", need.role(), need.equipmentClass());
      var found = equipment.byId(unit);
      if (found.isEmpty() || !found.get().equipmentClass().equals(need.equipmentClass())) {
        throw invalid("The unit must be of the right class.", unit.value(), need.equipmentClass());
      }
    }
  }

  private static MesException invalid(String rule, String value, List<String> needed) {
    return invalid(rule, value, String.join(", ", needed));
  }

  /**
   * Locked in the order of their ids, so that two orders cannot wait for each other; whoever comes
   * second sees the first one's batch.
   */
  private void lockUnits(Command c) {
    dedicated(c).forEach(equipment::lock);
  }

  /** A unit that holds one batch is bound to one batch (R62). */
  private void requireFree(Command c) {
    for (EquipmentId unit : dedicated(c)) {
      for (var other : batches.using(unit)) {
        throw new MesException(
            ErrorCode.EQUIPMENT_IN_USE,
            "A unit that holds the cells of one batch is bound to one batch.",
            unit.value() + ": " + other.number(),
            "a unit that no other batch uses",
            "PLANNER");
      }
    }
  }

  private List<EquipmentId> dedicated(Command c) {
    return c.equipment().values().stream()
        .distinct()
        .sorted(Comparator.comparing(EquipmentId::value))
        .filter(unit -> equipment.require(unit).holdsOneBatch())
        .toList();
  }

  private static MesException invalid(String rule, String value, String needed) {
    return new MesException(ErrorCode.ORDER_INVALID, rule, value, needed, null);
  }

  private List<BatchIdentity> active() {
    return jdbc.sql(
            """
            SELECT coi, short_code, check_word, glyph FROM batch
            WHERE state IN ('IDLE', 'RUNNING', 'HELD')
            """)
        .query((rs, n) -> BatchRows.identity(rs))
        .list();
  }

  /** For example {@code B-2611-042}: year, month, running number. */
  private String nextNumber() {
    var now = clock.now().atOffset(ZoneOffset.UTC);
    String series = "B-%02d%02d".formatted(now.getYear() % 100, now.getMonthValue());
    if (!counted(series)) {
      // Two first orders of a month: the second waits here for the first and then counts on.
      jdbc.sql("INSERT INTO number_series (series, last) VALUES (?, 0) ON CONFLICT DO NOTHING")
          .param(series)
          .update();
      counted(series);
    }
    int last =
        jdbc.sql("SELECT last FROM number_series WHERE series = ?")
            .param(series)
            .query(Integer.class)
            .single();
    return "%s-%03d".formatted(series, last);
  }

  private boolean counted(String series) {
    return jdbc.sql("UPDATE number_series SET last = last + 1 WHERE series = ?")
            .param(series)
            .update()
        > 0;
  }

  private void insert(
      BatchId id,
      String number,
      Command c,
      RecipeVersion version,
      MasterBatchRecord master,
      BatchIdentity identity) {
    jdbc.sql(
            """
            INSERT INTO batch (id, request_id, number, product, client_id, suite_id, recipe_version,
              recipe_hash, control_recipe, coi, short_code, check_word, glyph, patient_token,
              body_weight_kg, state, created_at, created_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id.value(),
            c.requestId(),
            number,
            c.product(),
            c.client(),
            c.suite(),
            version.id(),
            version.packageHash(),
            RecipeJson.write(master),
            identity.coi().value(),
            identity.shortCode(),
            identity.checkWord().en(),
            identity.glyph(),
            c.patientToken(),
            c.bodyWeightKg(),
            Batch.State.RUNNING.name(),
            SqlTime.of(clock.now()),
            c.actor().value())
        .update();
    c.equipment()
        .forEach(
            (role, unit) ->
                jdbc.sql(
                        "INSERT INTO batch_equipment (batch_id, role, equipment_id) VALUES (?, ?,"
                            + " ?)")
                    .params(id.value(), role, unit.value())
                    .update());
  }
}
