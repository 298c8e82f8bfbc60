package io.kizuna.web.equipment;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.web.Actor;
import org.springframework.stereotype.Component;

/** Who may look at equipment: it serves every client, so a reader of one client may not (R66). */
@Component
public class Staff {

  private final People people;

  Staff(People people) {
    this.people = people;
  }

  public boolean is(Actor actor) {
    return people.active(actor.id()).clients().isEmpty();
  }

  /**
   * @throws MesException ROLE_MISSING for somebody who sees single clients only.
   */
  public Person require(Actor actor) {
    var person = people.active(actor.id());
    if (person.clients().isEmpty()) return person;
    throw new MesException(
        ErrorCode.ROLE_MISSING,
        "Equipment serves every client; readers of one client see it in their batch record.",
        person.clients().toString(),
        "a person of the site",
        null);
  }

  /**
   * @throws MesException ROLE_MISSING without the role.
   */
  public void require(Actor actor, Role role) {
    if (require(actor).has(role)) return;
    throw new MesException(
        ErrorCode.ROLE_MISSING,
        "This needs another role.",
        actor.id().value(),
        role.name(),
        role.name());
  }
}
