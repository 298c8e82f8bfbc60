package io.kizuna.report.internal;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.report.BatchRecord.Actor;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names behind ids. */
final class Actors {

  private final Map<String, Text> names;

  Actors(List<Person> people) {
    names = people.stream().collect(Collectors.toMap(p -> p.id().value(), Person::name));
  }

  Actor of(String id) {
    Text name = names.get(id);
    if (name != null) return new Actor(id, name);
    var actor = new PersonId(id);
    return new Actor(id, actor.isSystem() ? actor.systemName() : Text.same(id));
  }

  @Nullable Actor ofNullable(@Nullable String id) {
    return id == null ? null : of(id);
  }
}
