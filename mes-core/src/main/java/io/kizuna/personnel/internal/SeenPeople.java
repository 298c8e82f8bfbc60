package io.kizuna.personnel.internal;

import io.kizuna.kernel.PersonId;
import io.kizuna.personnel.Person;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * People already read in this transaction: every guard of one action asks who acts, and all must
 * get the same answer. Nothing outlives the transaction, so a disabled account is out at once.
 */
final class SeenPeople {

  Optional<Person> find(PersonId id, Function<PersonId, Optional<Person>> read) {
    var seen = ofTransaction();
    if (seen == null) return read.apply(id);
    var known = seen.get(id);
    if (known != null) return Optional.of(known);
    var person = read.apply(id);
    person.ifPresent(p -> seen.put(id, p));
    return person;
  }

  private @Nullable Map<PersonId, Person> ofTransaction() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) return null;
    for (var s : TransactionSynchronizationManager.getSynchronizations()) {
      if (s instanceof Seen seen && seen.owner == this) return seen.people;
    }
    var seen = new Seen(this);
    TransactionSynchronizationManager.registerSynchronization(seen);
    return seen.people;
  }

  /** Lives as long as the transaction it is registered with. */
  private static final class Seen implements TransactionSynchronization {
    private final SeenPeople owner;
    private final Map<PersonId, Person> people = new HashMap<>();

    Seen(SeenPeople owner) {
      this.owner = owner;
    }
  }
}
