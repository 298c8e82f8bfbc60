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
import io.kizuna.personnel.RightsChanged;
import io.kizuna.personnel.Role;
import io.kizuna.personnel.SeparationOfDuty;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
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
  private final ApplicationEventPublisher events;
  private final SeenPeople seen = new SeenPeople();

  PeopleRows(
      JdbcClient jdbc, AuditTrail audit, RecordClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
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
    SeparationOfDuty.require(person.roles());
    if (find(person.id()).isPresent()) {
      throw new MesException(
          ErrorCode.USER_ID_USED, "A user id is never used twice.", id, "another user id", null);
    }
    jdbc.sql("INSERT INTO person (id, name_en, name_ja, active, created_at) VALUES (?, ?, ?, ?, ?)")
        .params(
            id, person.name().en(), person.name().ja(), person.active(), SqlTime.of(clock.now()))
        .update();
    grant(id, person.roles(), person.clients());
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            "person.added",
            "person",
            id,
            Map.of(
                "roles", Change.to(text(person.roles())),
                "clients", Change.to(text(person.clients()))),
            null,
            null));
  }

  @Override
  @Transactional
  public void change(PersonId person, Rights rights, PersonId by, String reason) {
    if (person.equals(by)) {
      throw new MesException(
          ErrorCode.OWN_RIGHTS,
          "Nobody changes their own rights.",
          person.value(),
          null,
          "another administrator");
    }
    SeparationOfDuty.require(rights.roles());
    // Locked, so that of two administrators the second one sees what the first one did.
    jdbc.sql("SELECT id FROM person WHERE id = ? FOR UPDATE")
        .param(person.value())
        .query(String.class)
        .list();
    Person before = find(person).orElseThrow(() -> unknown(person));
    jdbc.sql("UPDATE person SET active = ? WHERE id = ?")
        .params(rights.active(), person.value())
        .update();
    jdbc.sql("DELETE FROM person_role WHERE person_id = ?").param(person.value()).update();
    jdbc.sql("DELETE FROM person_client WHERE person_id = ?").param(person.value()).update();
    grant(person.value(), rights.roles(), rights.clients());
    audit.record(
        new AuditEvent(
            "site",
            by.value(),
            "person.changed",
            "person",
            person.value(),
            Map.of(
                "roles", new Change(text(before.roles()), text(rights.roles())),
                "clients", new Change(text(before.clients()), text(rights.clients())),
                "active",
                    new Change(
                        Boolean.toString(before.active()), Boolean.toString(rights.active()))),
            reason,
            null));
    events.publishEvent(new RightsChanged(person));
  }

  private static MesException unknown(PersonId person) {
    return new MesException(
        ErrorCode.PERSON_UNKNOWN, "There is no such person.", person.value(), null, null);
  }

  private static String text(Set<?> set) {
    return String.join(", ", set.stream().map(Object::toString).sorted().toList());
  }

  private void grant(String id, Set<Role> roles, Set<String> clients) {
    for (Role role : roles) {
      jdbc.sql("INSERT INTO person_role (person_id, role) VALUES (?, ?)")
          .params(id, role.name())
          .update();
    }
    for (String client : clients) {
      jdbc.sql("INSERT INTO person_client (person_id, client_id) VALUES (?, ?)")
          .params(id, client)
          .update();
    }
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
