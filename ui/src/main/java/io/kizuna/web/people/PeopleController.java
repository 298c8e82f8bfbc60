package io.kizuna.web.people;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.site.Site;
import io.kizuna.web.Actor;
import io.kizuna.web.security.AccessLinks;
import io.kizuna.web.security.Credentials;
import io.kizuna.web.security.Credentials.Account;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People and their rights, for administrators only; nobody here ever sees a password (R33). */
@RestController
@RequestMapping("/api/people")
class PeopleController {

  private static final int REASON_MIN = 5;

  private final People people;
  private final Credentials credentials;
  private final AccessLinks links;
  private final Site site;
  private final TransactionTemplate transaction;

  PeopleController(
      People people,
      Credentials credentials,
      AccessLinks links,
      Site site,
      TransactionTemplate transaction) {
    this.people = people;
    this.credentials = credentials;
    this.links = links;
    this.site = site;
    this.transaction = transaction;
  }

  record PersonLine(
      String id,
      Text name,
      List<Role> roles,
      List<String> clients,
      boolean active,
      Account account) {}

  /**
   * @param clients whose batches a person can be limited to.
   */
  record PeopleView(List<PersonLine> people, List<Site.Client> clients) {}

  record NewPerson(
      @NotBlank @Size(max = 64) String user,
      @NotBlank @Size(max = 120) String nameEn,
      @NotBlank @Size(max = 120) String nameJa,
      List<Role> roles,
      List<String> clients) {}

  record NewRights(
      List<Role> roles, List<String> clients, boolean active, @NotBlank String reason) {}

  record Unlock(@NotBlank String reason) {}

  /**
   * A link to hand to the person; it is shown this once.
   *
   * @param path page of this server, with the token behind the {@code #}.
   */
  record PasswordLink(String user, String path, Instant expiresAt) {}

  @GetMapping
  PeopleView list(Actor actor) {
    administrator(actor);
    Map<PersonId, Account> accounts = credentials.accounts();
    return new PeopleView(
        people.all().stream().map(p -> line(p, accounts)).toList(), site.clients());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PasswordLink add(@RequestBody NewPerson p, Actor actor) {
    var by = administrator(actor);
    var id = UserIds.of(p.user());
    var name = new Text(p.nameEn().strip(), p.nameJa().strip());
    var person = new Person(id, name, roles(p.roles()), clients(p.clients()), true);
    return transaction.execute(
        status -> {
          people.add(person, by);
          return link(id, by);
        });
  }

  @PutMapping("/{id}")
  PersonLine change(@PathVariable String id, @RequestBody NewRights r, Actor actor) {
    var by = administrator(actor);
    var rights = new People.Rights(roles(r.roles()), clients(r.clients()), r.active());
    people.change(new PersonId(id), rights, by, reason(r.reason()));
    return line(find(id), credentials.accounts());
  }

  @PostMapping("/{id}/links")
  @ResponseStatus(HttpStatus.CREATED)
  PasswordLink issue(@PathVariable String id, Actor actor) {
    var by = administrator(actor);
    find(id);
    return link(people.active(new PersonId(id)).id(), by);
  }

  @PostMapping("/{id}/unlocks")
  PersonLine unlock(@PathVariable String id, @RequestBody Unlock body, Actor actor) {
    var by = administrator(actor);
    credentials.unlock(find(id).id(), by, reason(body.reason()));
    return line(find(id), credentials.accounts());
  }

  private PasswordLink link(PersonId person, PersonId by) {
    var link = links.issue(person, by);
    return new PasswordLink(person.value(), link.path(), link.expiresAt());
  }

  private PersonId administrator(Actor actor) {
    if (people.active(actor.id()).has(Role.ADMINISTRATOR)) return actor.id();
    throw new MesException(
        ErrorCode.ROLE_MISSING,
        "This needs another role.",
        actor.id().value(),
        Role.ADMINISTRATOR.name(),
        Role.ADMINISTRATOR.name());
  }

  private Person find(String id) {
    return people
        .find(new PersonId(id))
        .orElseThrow(
            () ->
                new MesException(
                    ErrorCode.PERSON_UNKNOWN, "There is no such person.", id, null, null));
  }

  private static PersonLine line(Person p, Map<PersonId, Account> accounts) {
    return new PersonLine(
        p.id().value(),
        p.name(),
        p.roles().stream().sorted().toList(),
        p.clients().stream().sorted().toList(),
        p.active(),
        accounts.getOrDefault(p.id(), Account.NONE));
  }

  private static Set<Role> roles(List<Role> roles) {
    if (roles.isEmpty()) {
      throw new MesException(
          ErrorCode.INPUT_INVALID, "A person has at least one role.", null, "a role", null);
    }
    return EnumSet.copyOf(roles);
  }

  private Set<String> clients(List<String> clients) {
    var known = site.clients().stream().map(Site.Client::id).collect(Collectors.toSet());
    for (String client : clients) {
      if (known.contains(client)) continue;
      throw new MesException(
          ErrorCode.INPUT_INVALID,
          "The site has no such client.",
          client,
          String.join(", ", new TreeSet<>(known)),
          null);
    }
    return Set.copyOf(clients);
  }

  private static String reason(String reason) {
    String text = reason.strip();
    if (text.length() >= REASON_MIN) return text;
    throw new MesException(
        ErrorCode.REASON_MISSING,
        "Rights are given and taken with a reason.",
        text,
        "at least 5 characters",
        null);
  }
}
