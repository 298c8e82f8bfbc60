package io.kizuna.personnel.internal;

import io.kizuna.audit.ActorDetails;
import io.kizuna.kernel.PersonId;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Names and roles for the trail; whoever acts has mostly been read in that transaction already. */
@Component
class PersonDetails implements ActorDetails {

  private final PersonReader people;

  PersonDetails(PersonReader people) {
    this.people = people;
  }

  @Override
  public Optional<Details> of(String actor) {
    var id = new PersonId(actor);
    if (id.isSystem()) return Optional.empty();
    return people
        .seen(id)
        .map(
            p ->
                new Details(
                    p.name().en(),
                    p.roles().stream()
                        .map(Enum::name)
                        .collect(Collectors.toCollection(TreeSet::new))));
  }
}
