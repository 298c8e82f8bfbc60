package io.kizuna.verify;

import io.kizuna.verify.format.BlockHash;
import io.kizuna.verify.format.ChainHash;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.LogTree;
import io.kizuna.verify.format.RowHash;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A small record written by hand as docs/trail-format.md says, with just the tables it needs. What
 * the product writes is checked where the product is (ui, package record).
 */
final class SampleTrail {

  static final UUID BATCH = UUID.fromString("0198f0a0-0000-7000-8000-000000000001");
  static final UUID RECIPE = UUID.fromString("0198f0a0-0000-7000-8000-000000000002");
  static final String CHAIN = "batch:" + BATCH;
  static final Instant BEGIN = Instant.parse("2026-11-22T10:00:00.123456Z");

  final Connection connection;
  final TestNotary notary = new TestNotary();
  private final Map<String, Long> seqs = new TreeMap<>();
  private final Map<String, String> hashes = new TreeMap<>();
  private final Map<String, Long> logged = new TreeMap<>();
  private LogTree log = new LogTree();
  private int epoch = 1;
  private int ids;

  private SampleTrail(Connection connection) {
    this.connection = connection;
  }

  /** Tables without rows, in the memory. */
  static SampleTrail empty() throws SQLException {
    return empty(
        DriverManager.getConnection(
            "jdbc:h2:mem:"
                + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                + ";NON_KEYWORDS=KEY,VALUE"));
  }

  static SampleTrail empty(Connection connection) throws SQLException {
    var trail = new SampleTrail(connection);
    try (var in = SampleTrail.class.getResourceAsStream("/sample-schema.sql")) {
      trail.sql(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return trail;
  }

  /** A batch with its recipe, three steps, a signature, two minutes of readings, in the log. */
  static SampleTrail full() throws SQLException {
    return full(empty());
  }

  static SampleTrail full(SampleTrail t) throws SQLException {
    t.recipeAndBatch();
    for (int step = 1; step <= 3; step++) {
      t.event(
          CHAIN,
          "tanaka",
          "step.performed",
          "step",
          "s" + step,
          Map.of("age", "0." + step + "0"),
          Map.of());
    }
    t.sign("tanaka", "step:s3:perform");
    t.sql("UPDATE batch SET state = 'COMPLETE'");
    t.event(
        CHAIN,
        "system:route",
        "batch.completed",
        "batch",
        BATCH.toString(),
        Map.of("state", "COMPLETE"),
        t.batchSeal());
    t.sealReadings();
    t.checkpoint();
    t.sql("DELETE FROM person_role");
    t.event(
        "site",
        "ito",
        "role.removed",
        "person",
        "sato",
        Map.of(),
        Map.of("person_role/sato/QA", "gone"));
    t.checkpoint();
    return t;
  }

  private void recipeAndBatch() throws SQLException {
    String model = "{\"product\":\"demo\",\"limits\":{\"high\":\"38.0\"}}";
    sql("INSERT INTO recipe_version VALUES (?, ?, ?)", RECIPE, Sha256.hex("package"), model);
    var recipe = new TreeMap<String, String>();
    recipe.put("id", RECIPE.toString());
    recipe.put("package_hash", Sha256.hex("package"));
    recipe.put("model", model);
    event(
        "recipe:" + RECIPE,
        "mori",
        "recipe.imported",
        "recipe",
        RECIPE.toString(),
        Map.of(),
        seal("recipe_version/" + RECIPE, recipe));
    sql("INSERT INTO person_role VALUES ('sato', 'QA')");
    var role = new TreeMap<String, String>(Map.of("person_id", "sato", "role", "QA"));
    event(
        "site",
        "ito",
        "role.given",
        "person",
        "sato",
        Map.of("role", "QA"),
        seal("person_role/sato/QA", role));
    sql(
        "INSERT INTO batch VALUES (?, 'B-2611-001', ?, ?, ?, 'RUNNING', 70.0)",
        BATCH,
        RECIPE,
        Sha256.hex("package"),
        model);
    event(
        CHAIN,
        "ito",
        "batch.ordered",
        "batch",
        BATCH.toString(),
        Map.of("state", "RUNNING", "bodyWeightKg", "70.000"),
        batchSeal());
  }

  /** The batch as it is now. */
  private Map<String, String> batchSeal() throws SQLException {
    var row = new TreeMap<String, String>();
    try (var statement = connection.createStatement();
        var rs = statement.executeQuery("SELECT * FROM batch")) {
      rs.next();
      for (String c :
          new String[] {"number", "recipe_hash", "control_recipe", "state", "body_weight_kg"}) {
        row.put(c, rs.getString(c));
      }
    }
    row.put("id", BATCH.toString());
    row.put("recipe_version", RECIPE.toString());
    return seal("batch/" + BATCH, row);
  }

  static Map<String, String> seal(String key, TreeMap<String, String> row) {
    String table = key.substring(0, key.indexOf('/'));
    return Map.of(key, RowHash.of(table, RowHash.text(row)));
  }

  UUID id() {
    return UUID.fromString("0198f0a0-0000-7000-8000-1%011d".formatted(++ids));
  }

  void sign(String person, String subject) throws SQLException {
    var row = new TreeMap<String, String>();
    UUID id = id();
    String content = "{\"value\":\"0.30\"}";
    row.put("id", id.toString());
    row.put("chain_id", CHAIN);
    row.put("subject", subject);
    row.put("meaning", "PERFORMED");
    row.put("person_id", person);
    row.put("content", content);
    row.put("digest", Sha256.hex(content));
    row.put("binding", Sha256.hex("signature/1\n" + RowHash.text(row)));
    sql(
        "INSERT INTO signature VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        CHAIN,
        subject,
        "PERFORMED",
        person,
        content,
        row.get("digest"),
        row.get("binding"));
    event(
        CHAIN,
        person,
        "signature.given",
        "signature",
        id.toString(),
        Map.of(
            "subject",
            subject,
            "meaning",
            "PERFORMED",
            "digest",
            row.get("digest"),
            "binding",
            row.get("binding")),
        seal("signature/" + id, row));
  }

  void sealReadings() throws SQLException {
    sql("INSERT INTO process_tag VALUES (1, 'BRX-01', 'TIC01.PV')");
    UUID run = id();
    var tree = new LogTree();
    Instant first = Instant.parse("2026-11-22T10:00:00Z");
    for (int m = 0; m < 2; m++) {
      Instant minute = first.plusSeconds(60L * m);
      var block = new BlockHash("BRX-01", "TIC01.PV", minute);
      for (int s = 0; s < 60; s += 20) {
        Instant at = minute.plusSeconds(s);
        block.add(
            BlockHash.Line.of(at, 0, 37.0 + s / 100.0, null, "Cel", 0, 0, at, at.plusMillis(5), 0));
        sql(
            "INSERT INTO reading VALUES (1, ?, 0, ?, NULL, 'Cel', 0, 0, ?, ?, 0)",
            time(at),
            37.0 + s / 100.0,
            time(at),
            time(at.plusMillis(5)));
      }
      String hash = block.hex();
      tree.add(Sha256.bytes(hash));
      sql(
          "INSERT INTO reading_block VALUES (?, ?, 'BRX-01', 'TIC01.PV', ?, 1, 3, ?, ?)",
          run,
          BATCH,
          time(minute),
          hash,
          time(first.plusSeconds(180)));
    }
    event(
        CHAIN,
        "system:readings",
        "readings.sealed",
        "readings",
        run.toString(),
        Map.of(
            "from",
            SqlText.time(first),
            "to",
            SqlText.time(first.plusSeconds(60)),
            "blocks",
            "2",
            "root",
            Sha256.hex(tree.root())),
        Map.of());
  }

  void event(
      String chain,
      String actor,
      String action,
      String entity,
      String entityId,
      Map<String, String> changes,
      Map<String, String> rows)
      throws SQLException {
    long seq = seqs.merge(chain, 1L, Long::sum);
    UUID id = id();
    Instant at = BEGIN.plusSeconds(ids);
    var members = new TreeMap<String, Json>();
    members.put("chain", new Json.Text(chain));
    members.put("seq", new Json.Text(Long.toString(seq)));
    members.put("id", new Json.Text(id.toString()));
    members.put("recordedAt", new Json.Text(at.toString()));
    members.put("actor", new Json.Text(actor));
    members.put("action", new Json.Text(action));
    members.put("entity", new Json.Text(entity));
    members.put("entityId", new Json.Text(entityId));
    var changed = new TreeMap<String, Json>();
    changes.forEach((k, v) -> changed.put(k, new Json.Members(Map.of("after", new Json.Text(v)))));
    members.put("changes", new Json.Members(changed));
    var sealed = new TreeMap<String, Json>();
    rows.forEach((k, v) -> sealed.put(k, new Json.Text(v)));
    if (!rows.isEmpty()) members.put("rows", new Json.Members(sealed));
    String body = Json.canonical(new Json.Members(members));
    String previous = hashes.getOrDefault(chain, ChainHash.GENESIS);
    String hash = ChainHash.of(previous, chain, seq, body);
    sql(
        "INSERT INTO audit_event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        chain,
        seq,
        id,
        time(at),
        actor,
        action,
        entity,
        entityId,
        body,
        previous,
        hash,
        "mesaudit/1");
    sql("DELETE FROM chain_head WHERE chain_id = ?", chain);
    sql("INSERT INTO chain_head VALUES (?, ?, ?)", chain, seq, hash);
    hashes.put(chain, hash);
  }

  /** Every chain that moved adds a leaf; the notary signs. */
  String checkpoint() throws SQLException {
    for (var head : seqs.entrySet()) {
      if (head.getValue().equals(logged.put(head.getKey(), head.getValue()))) continue;
      String hash = hashes.get(head.getKey());
      sql(
          "INSERT INTO checkpoint_leaf VALUES (?, ?, ?, ?, ?)",
          epoch,
          log.size(),
          head.getKey(),
          head.getValue(),
          hash);
      log.add(LogTree.leafData(head.getKey(), head.getValue(), hash));
    }
    Instant at = BEGIN.plusSeconds(3600 + log.size());
    String note = notary.checkpoint(epoch, log.size(), log.root(), at.toString());
    sql(
        "INSERT INTO checkpoint VALUES (?, ?, ?, ?, ?)",
        epoch,
        log.size(),
        Sha256.hex(log.root()),
        note,
        time(at));
    return note;
  }

  String lastNote() throws SQLException {
    try (var statement = connection.createStatement();
        var rs = statement.executeQuery("SELECT note FROM checkpoint ORDER BY size DESC")) {
      rs.next();
      return rs.getString(1);
    }
  }

  /** A restore: the next epoch begins with every chain as it is. */
  void beginEpoch() {
    epoch++;
    log = new LogTree();
    logged.clear();
  }

  void sql(String sql, Object... parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
      statement.execute();
    }
  }

  static Object time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
