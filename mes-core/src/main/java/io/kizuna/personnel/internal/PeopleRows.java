package io.kizuna.personnel.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.SqlTime;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.RightsChanged;
import io.kizuna.personnel.Role;
import io.kizuna.personnel.SeparationOfDuty;
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

  private final JdbcClient jdbc;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final ApplicationEventPublisher events;
  private final PersonReader people;

  PeopleRows(
      JdbcClient jdbc,
      PersonReader people,
      AuditTrail audit,
      RecordClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Person> find(PersonId id) {
    return people.find(id);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Person> all() {
    return people.all();
  }

  @Override
  @Transactional(readOnly = true)
  public Person active(PersonId id) {
    return people
        .seen(id)
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
}
