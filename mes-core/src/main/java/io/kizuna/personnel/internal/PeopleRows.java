package io.kizuna.personnel.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PeopleRows implements People {

  /** One query for person, roles and clients; roles x clients rows, both small. */
  private static final String SELECT =
      """
      SELECT p.id, p.name_en, p.name_ja, p.active, r.role, c.client_id FROM person p
      LEFT JOIN person_role r ON r.person_id = p.id LEFT JOIN person_client c ON c.person_id = p.id
      """;

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final SeenPeople seen = new SeenPeople();

  PeopleRows(JdbcClient jdbc, AuditTrail audit, RecordClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Person> find(PersonId id) {
    return select(SELECT + " WHERE p.id = ? ORDER BY p.id", id.value()).stream().findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Person> all() {
    return select(SELECT + " ORDER BY p.id");
  }

  @Override
  @Transactional(readOnly = true)
  public Person active(PersonId id) {
    return seen.find(id, this::find)
        .filter(Person::active)
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.ACTOR_NOT_QUALIFIED,
                    "Only an active person can do this.",
                    id.value(),
                    "an active account",
                    "ADMINISTRATOR"));
  }

  @Override
  @Transactional
  public void add(Person person, PersonId by) {
    String id = person.id().value();
    if (find(person.id()).isPresent()) {
      throw new MesException(
          ErrorCode.INPUT_INVALID, "A user id is never used twice.", id, "another user id", null);
    }
    jdbc.sql("INSERT INTO person (id, name_en, name_ja, active, created_at) VALUES (?, ?, ?, ?, ?)")
        .params(
            id, person.name().en(), person.name().ja(), person.active(), SqlTime.of(clock.now()))
        .update();
    for (Role role : person.roles()) {
      jdbc.sql("INSERT INTO person_role (person_id, role) VALUES (?, ?)")
          .params(id, role.name())
          .update();
    }
    for (String client : person.clients()) {
      jdbc.sql("INSERT INTO person_client (person_id, client_id) VALUES (?, ?)")
          .params(id, client)
          .update();
    }
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            "person.added",
            "person",
            id,
            Map.of(
                "roles", Change.to(person.roles().toString()),
                "clients", Change.to(person.clients().toString())),
            null,
            null));
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
