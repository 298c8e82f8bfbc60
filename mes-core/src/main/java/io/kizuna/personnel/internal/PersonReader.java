package io.kizuna.personnel.internal;

import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads people; each at most once a transaction where {@link #seen} will do. */
@Component
class PersonReader {

  /** One query for person, roles and clients; roles x clients rows, both small. */
  private static final String SELECT =
      """
      SELECT p.id, p.name_en, p.name_ja, p.active, r.role, c.client_id FROM person p
      LEFT JOIN person_role r ON r.person_id = p.id LEFT JOIN person_client c ON c.person_id = p.id
      """;

  private final JdbcClient jdbc;
  private final SeenPeople seen = new SeenPeople();

  PersonReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As this transaction saw the person first. */
  Optional<Person> seen(PersonId id) {
    return seen.find(id, this::find);
  }

  Optional<Person> find(PersonId id) {
    return select(SELECT + " WHERE p.id = ? ORDER BY p.id", id.value()).stream().findFirst();
  }

  List<Person> all() {
    return select(SELECT + " ORDER BY p.id");
  }

  private List<Person> select(String sql, Object... params) {
    var people = new ArrayList<Person>();
    jdbc.sql(sql)
        .params(params)
        .query(
            rs -> {
              String id = rs.getString("id");
              if (people.isEmpty() || !people.get(people.size() - 1).id().value().equals(id)) {
                people.add(
                    new Person(
                        new PersonId(id),
                        new Text(rs.getString("name_en"), rs.getString("name_ja")),
                        EnumSet.noneOf(Role.class),
                        new HashSet<>(),
                        rs.getBoolean("active")));
              }
              var person = people.get(people.size() - 1);
              String role = rs.getString("role");
              if (role != null) person.roles().add(Role.valueOf(role));
              String client = rs.getString("client_id");
              if (client != null) person.clients().add(client);
            });
    return people;
  }
}
