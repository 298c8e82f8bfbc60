package io.kizuna.web.security;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What whoever holds a link does with it: all of it, or nothing. */
@Component
public class AccessLinkUse {

  private final AccessLinks links;
  private final Credentials credentials;
  private final People people;

  AccessLinkUse(AccessLinks links, Credentials credentials, People people) {
    this.links = links;
    this.credentials = credentials;
    this.people = people;
  }

  /**
   * Sets the password of the person the link is for.
   *
   * @throws io.kizuna.kernel.MesException ACCESS_LINK_INVALID, PASSWORD_WEAK, ACTOR_NOT_QUALIFIED
   *     if the person was disabled meanwhile.
   */
  @Transactional
  public void setPassword(String token, PersonId person, String password) {
    Person known = people.active(person);
    PasswordRules.require(password, List.of(person.value(), known.name().en(), known.name().ja()));
    links.use(token, person);
    credentials.replace(person, password, person);
  }

  /**
   * Makes the first administrator, who makes everybody else.
   *
   * @throws io.kizuna.kernel.MesException ACCESS_LINK_INVALID, PASSWORD_WEAK, USER_ID_USED.
   */
  @Transactional
  public void setUp(String token, PersonId user, Text name, String password) {
    PasswordRules.require(password, List.of(user.value(), name.en(), name.ja()));
    var by = PersonId.system("set-up");
    links.use(token, by);
    people.add(new Person(user, name, Set.of(Role.ADMINISTRATOR), Set.of(), true), by);
    credentials.replace(user, password, by);
  }
}
