package io.kizuna.batch.internal;

import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.identity.BatchIdentity;
import io.kizuna.identity.CheckWords;
import io.kizuna.identity.CoiIdentifier;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.EquipmentId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class BatchRows implements Batches {

  private static final int MOST = 500;

  /** All but the frozen recipe, see {@link ControlRecipes}. */
  private static final String COLUMNS =
      """
      b.id, b.number, b.client_id, b.suite_id, b.recipe_version, b.recipe_hash, b.coi, b.short_code,
      b.check_word, b.glyph, b.patient_token, b.body_weight_kg, b.state, b.hold_reason,
      b.disposition, b.created_at, b.ended_at, b.disposed_at
      """;

  private final JdbcClient jdbc;
  private final ControlRecipes recipes;

  /** Which unit fills which role is settled by the order; reading it again tells nothing new. */
  private final Kept<UUID, Map<String, EquipmentId>> units = new Kept<>(1_000);

  BatchRows(JdbcClient jdbc, ControlRecipes recipes) {
    this.jdbc = jdbc;
    this.recipes = recipes;
  }

  @Override
  @Transactional(readOnly = true)
  public Batch get(BatchId id, Person viewer) {
    return find(id, "").filter(b -> viewer.maySee(b.client())).orElseThrow(() -> unknown(id));
  }

  @Override
  @Transactional(readOnly = true)
  public Batch get(BatchId id) {
    return find(id, "").orElseThrow(() -> unknown(id));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Batch lock(BatchId id, Person viewer) {
    return find(id, " FOR UPDATE")
        .filter(b -> viewer.maySee(b.client()))
        .orElseThrow(() -> unknown(id));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Batch lock(BatchId id) {
    return find(id, " FOR UPDATE").orElseThrow(() -> unknown(id));
  }

  private Optional<Batch> find(BatchId id, String lock) {
    return select(List.of(id.value()), lock).stream().findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<BatchId, Batch> all(Collection<BatchId> ids) {
    if (ids.isEmpty()) return Map.of();
    return select(ids.stream().map(BatchId::value).distinct().toList(), "").stream()
        .collect(Collectors.toMap(Batch::id, b -> b));
  }

  private List<Batch> select(List<UUID> ids, String lock) {
    var units = equipment(ids);
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM batch b WHERE b.id IN (" + marks(ids.size()) + ")" + lock)
        .params(ids)
        .query((rs, n) -> batch(rs, units))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Summary> using(EquipmentId equipment) {
    return jdbc.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM batch b JOIN batch_equipment e ON e.batch_id = b.id
                WHERE e.equipment_id = ? AND e.released_at IS NULL AND b.state IN ('RUNNING', 'HELD')
                ORDER BY b.created_at
                """)
        .param(equipment.value())
        .query((rs, n) -> summary(rs))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<EquipmentId, Summary> inUse() {
    var oldest = new HashMap<EquipmentId, Summary>();
    jdbc.sql(
            "SELECT e.equipment_id, "
                + COLUMNS
                + """
                 FROM batch b JOIN batch_equipment e ON e.batch_id = b.id
                WHERE e.released_at IS NULL AND b.state IN ('RUNNING', 'HELD') ORDER BY b.created_at
                """)
        .query(
            rs -> {
              oldest.putIfAbsent(new EquipmentId(rs.getString("equipment_id")), summary(rs));
            });
    return oldest;
  }

  @Override
  @Transactional(readOnly = true)
  public List<Summary> list(Filter filter, Person viewer) {
    var sql = new StringBuilder("SELECT " + COLUMNS + " FROM batch b WHERE 1 = 1");
    var params = new ArrayList<Object>();
    if (!filter.states().isEmpty()) {
      sql.append(" AND state IN (").append(marks(filter.states().size())).append(')');
      filter.states().forEach(s -> params.add(s.name()));
    }
    if (filter.client() != null) {
      sql.append(" AND client_id = ?");
      params.add(filter.client());
    }
    if (!viewer.clients().isEmpty()) {
      sql.append(" AND client_id IN (").append(marks(viewer.clients().size())).append(')');
      params.addAll(viewer.clients());
    }
    sql.append(" ORDER BY created_at DESC LIMIT ?");
    params.add(Math.min(filter.limit(), MOST));
    return jdbc.sql(sql.toString()).params(params).query((rs, n) -> summary(rs)).list();
  }

  private static String marks(int count) {
    return String.join(",", java.util.Collections.nCopies(count, "?"));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Summary> byCode(String numberOrCoi, Person viewer) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM batch b WHERE b.number = ? OR b.coi = ?")
        .params(numberOrCoi, numberOrCoi)
        .query((rs, n) -> summary(rs))
        .optional()
        .filter(s -> viewer.maySee(s.client()));
  }

  private static MesException unknown(BatchId id) {
    return new MesException(
        ErrorCode.BATCH_UNKNOWN, "There is no such batch for you.", id.toString(), null, null);
  }

  private Batch batch(ResultSet rs, Map<UUID, Map<String, EquipmentId>> units) throws SQLException {
    var id = new BatchId(rs.getObject("id", UUID.class));
    return new Batch(
        id,
        rs.getString("number"),
        rs.getString("client_id"),
        rs.getString("suite_id"),
        rs.getObject("recipe_version", UUID.class),
        rs.getString("recipe_hash"),
        recipes.of(rs.getString("recipe_hash"), id.value()),
        identity(rs),
        rs.getString("patient_token"),
        weight(rs.getBigDecimal("body_weight_kg")),
        Map.copyOf(units.getOrDefault(id.value(), Map.of())),
        Batch.State.valueOf(rs.getString("state")),
        rs.getString("hold_reason"),
        disposition(rs),
        SqlTime.get(rs, "created_at"),
        SqlTime.getNullable(rs, "ended_at"),
        SqlTime.getNullable(rs, "disposed_at"));
  }

  private Map<UUID, Map<String, EquipmentId>> equipment(List<UUID> batches) {
    var known = new HashMap<UUID, Map<String, EquipmentId>>();
    for (UUID batch : batches) {
      var kept = units.get(batch);
      if (kept != null) known.put(batch, kept);
    }
    if (known.size() == batches.size()) return known;
    var read = equipmentRows(batches.stream().filter(b -> !known.containsKey(b)).toList());
    read.forEach(units::put);
    known.putAll(read);
    return known;
  }

  private Map<UUID, Map<String, EquipmentId>> equipmentRows(List<UUID> batches) {
    var rows = new HashMap<UUID, Map<String, EquipmentId>>();
    jdbc.sql(
            "SELECT batch_id, role, equipment_id FROM batch_equipment WHERE batch_id IN ("
                + marks(batches.size())
                + ")")
        .params(batches)
        .query(
            rs -> {
              rows.computeIfAbsent(rs.getObject("batch_id", UUID.class), b -> new HashMap<>())
                  .put(rs.getString("role"), new EquipmentId(rs.getString("equipment_id")));
            });
    return rows;
  }

  private Summary summary(ResultSet rs) throws SQLException {
    var id = new BatchId(rs.getObject("id", UUID.class));
    var recipe = recipes.of(rs.getString("recipe_hash"), id.value());
    return new Summary(
        id,
        rs.getString("number"),
        rs.getString("client_id"),
        rs.getString("suite_id"),
        recipe.product(),
        recipe.version(),
        recipe.name(),
        identity(rs),
        Batch.State.valueOf(rs.getString("state")),
        rs.getString("hold_reason"),
        disposition(rs),
        recipe,
        SqlTime.get(rs, "created_at"),
        SqlTime.getNullable(rs, "ended_at"));
  }

  static BatchIdentity identity(ResultSet rs) throws SQLException {
    String word = rs.getString("check_word");
    return new BatchIdentity(
        new CoiIdentifier(rs.getString("coi")),
        rs.getString("short_code"),
        CheckWords.byEnglish(word).orElseGet(() -> Text.same(word)),
        rs.getInt("glyph"));
  }

  private static Batch.@org.jspecify.annotations.Nullable Disposition disposition(ResultSet rs)
      throws SQLException {
    String text = rs.getString("disposition");
    return text == null ? null : Batch.Disposition.valueOf(text);
  }

  /** The column keeps three decimals; people read as many as were given, at least one. */
  private static BigDecimal weight(BigDecimal stored) {
    var weight = stored.stripTrailingZeros();
    return weight.scale() < 1 ? weight.setScale(1) : weight;
  }
}
