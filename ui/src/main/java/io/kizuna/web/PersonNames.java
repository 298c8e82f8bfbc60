package io.kizuna.web;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Printed names beside user ids (21 CFR 11.50). */
@Component
public class PersonNames {

  /**
   * @param name the person's printed name now; for the system the id itself.
   */
  public record PersonRef(String id, Text name) {}

  private final People people;
  private volatile Map<PersonId, Text> known = Map.of();

  PersonNames(People people) {
    this.people = people;
  }

  public PersonRef of(String id) {
    return new PersonRef(id, name(new PersonId(id)));
  }

  /** The same where nobody may have acted yet. */
  public @Nullable PersonRef ofNullable(@Nullable String id) {
    return id == null ? null : of(id);
  }

  /** Ids are never reused, so a name once read stays right; an unknown id reads them all anew. */
  private Text name(PersonId id) {
    if (id.isSystem()) return id.systemName();
    Text name = known.get(id);
    if (name == null) {
      known = people.all().stream().collect(Collectors.toMap(Person::id, Person::name));
      name = known.getOrDefault(id, Text.same(id.value()));
    }
    return name;
  }
}
