package io.kizuna.retention.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.personnel.People;
import io.kizuna.retention.LegalHolds;
import io.kizuna.retention.Retention;
import io.kizuna.retention.RetentionRule;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RetentionService implements Retention {

  /** Longer than any law; a typing mistake must not lock an archive for a thousand years. */
  private static final int YEARS_MAX = 100;

  private final RetentionRows rows;
  private final People people;
  private final AuditTrail audit;
  private final RecordClock clock;

  RetentionService(RetentionRows rows, People people, AuditTrail audit, RecordClock clock) {
    this.rows = rows;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Kept of(Batch batch) {
    String product = batch.recipe().product();
    Instant now = clock.now();
    Instant ended = batch.endedAt();
    Instant from = ended == null ? now : ended;
    // Which markets a batch goes to may change until it is used: the longest of all counts.
    var rule =
        forProduct(product).stream()
            .max(Comparator.comparing(r -> r.until(from)))
            .orElseThrow(() -> new IllegalStateException("no rule ships with the product"));
    var hold = inForce(rows.holds(batch.id()));
    Instant until = ended == null ? null : rule.until(ended);
    boolean due = hold != null || until == null || now.isBefore(until);
    return new Kept(until, rule, hold, due);
  }

  static LegalHolds.@Nullable Decision inForce(List<LegalHolds.Decision> holds) {
    if (holds.isEmpty()) return null;
    var last = holds.get(holds.size() - 1);
    return last.action() == LegalHolds.Action.SET ? last : null;
  }

  @Override
  @Transactional(readOnly = true)
  public List<RetentionRule> rules() {
    return List.copyOf(inForce().values());
  }

  @Override
  @Transactional(readOnly = true)
  public List<LegalHolds.Decision> holds(Batch batch) {
    return rows.holds(batch.id());
  }

  /** By market and product; of one a site has set, its last version. */
  private Map<String, RetentionRule> inForce() {
    var all = new TreeMap<String, RetentionRule>();
    ShippedRules.ALL.forEach(r -> all.put(key(r.market(), r.product()), r));
    rows.rules().forEach(v -> all.put(key(v.rule().market(), v.rule().product()), v.rule()));
    return all;
  }

  private static String key(String market, String product) {
    return market + "\n" + product;
  }

  /** One rule for each market: the product's own, else the one for every product. */
  private List<RetentionRule> forProduct(String product) {
    var byMarket = new LinkedHashMap<String, RetentionRule>();
    for (RetentionRule r : inForce().values()) { // "*" sorts before any product
      boolean every = r.product().equals(RetentionRule.EVERY_PRODUCT);
      if (every || r.product().equals(product)) byMarket.put(r.market(), r);
    }
    return List.copyOf(byMarket.values());
  }

  @Override
  @Transactional
  public void set(Retention.Wanted c) {
    LegalHoldService.requireQa(people.active(c.by()));
    LegalHoldService.reason(c.reason());
    var before = rows.rules();
    if (before.stream().anyMatch(v -> v.id().equals(c.requestId()))) return;
    int yearsMin = ShippedRules.yearsMin(c.market());
    if (c.years() < yearsMin || c.years() > YEARS_MAX) {
      throw new MesException(
          ErrorCode.RETENTION_TOO_SHORT,
          "A record is kept at least as long as the law of the market asks.",
          c.years() + " years",
          yearsMin + " to " + YEARS_MAX + " years",
          null);
    }
    var old = inForce().get(key(c.market(), c.product()));
    int version =
        (int)
                before.stream()
                    .filter(v -> v.rule().market().equals(c.market()))
                    .filter(v -> v.rule().product().equals(c.product()))
                    .count()
            + 1;
    // Two people at once: the unique version decides.
    rows.add(c, version, clock.now());
    audit.record(
        new AuditEvent(
            "site",
            c.by().value(),
            "retention.set",
            "retention-rule",
            c.market() + "/" + c.product(),
            changes(old, c),
            c.reason(),
            null));
  }

  private static Map<String, Change> changes(@Nullable RetentionRule old, Retention.Wanted c) {
    var changes = new LinkedHashMap<String, Change>();
    changes.put(
        "years",
        new Change(
            old == null ? null : Integer.toString(old.years()), Integer.toString(c.years())));
    changes.put(
        "shelfLifeMonths",
        new Change(
            old == null ? null : Integer.toString(old.shelfLifeMonths()),
            Integer.toString(c.shelfLifeMonths())));
    changes.put("source", new Change(old == null ? null : old.source(), c.source()));
    return changes;
  }
}
