package io.kizuna.audit.internal;

import io.kizuna.kernel.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Seals of the rows a transaction has changed on H2, until an event of that transaction takes them.
 * On PostgreSQL settings that end with the transaction hold them.
 */
final class RowSeals implements TransactionSynchronization {

  private final Map<String, String> byRow = new HashMap<>();

  private RowSeals() {}

  private static Optional<RowSeals> known() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(RowSeals.class::isInstance)
        .map(RowSeals.class::cast)
        .findFirst();
  }

  static void put(String row, String seal) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("rows changed without an event: " + row);
    }
    known()
        .orElseGet(
            () -> {
              var seals = new RowSeals();
              TransactionSynchronizationManager.registerSynchronization(seals);
              return seals;
            })
        .byRow
        .put(row, seal);
  }

  /** What waits to be sealed, as a JSON object; null if nothing does. */
  static @Nullable String waiting() {
    return known().filter(s -> !s.byRow.isEmpty()).map(s -> Digest.canonical(s.byRow)).orElse(null);
  }

  static void take() {
    known().ifPresent(s -> s.byRow.clear());
  }

  /** What the constraint trigger {@code rows_are_sealed} is on PostgreSQL. */
  static void requireTaken() {
    String waiting = waiting();
    if (waiting != null) {
      throw new IllegalStateException("rows changed without an event: " + waiting);
    }
  }
}
