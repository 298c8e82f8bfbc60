package io.kizuna.personnel;

import io.kizuna.kernel.PersonId;
import java.util.List;
import java.util.Optional;

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
   * @throws io.kizuna.kernel.MesException INPUT_INVALID if the id was ever used (R28).
   */
  void add(Person person, PersonId by);
}
