package io.kizuna.personnel;

import io.kizuna.kernel.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inbound port: who is who. */
public interface People {

  /** The person with this user id. */
  Optional<Person> find(PersonId id);

  /** Everybody, by user id. */
  List<Person> all();

  /**
   * The active person with this user id.
   *
   * @throws io.kizuna.kernel.MesException ACTOR_NOT_QUALIFIED if there is none.
   */
  Person active(PersonId id);

  /**
   * Adds a person.
   *
   * @throws io.kizuna.kernel.MesException USER_ID_USED if the id was ever used (R28), ROLES_APART.
   */
  void add(Person person, PersonId by);

  /** What a person may do from now on. */
  record Rights(Set<Role> roles, Set<String> clients, boolean active) {}

  /**
   * Grants and withdraws rights; who loses them can do nothing more with the next request (R42).
   *
   * @throws io.kizuna.kernel.MesException PERSON_UNKNOWN, ROLES_APART, OWN_RIGHTS: nobody changes
   *     their own, so that an administrator always remains.
   */
  void change(PersonId person, Rights rights, PersonId by, String reason);
}
