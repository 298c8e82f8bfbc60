package io.kizuna.web.security;

import io.kizuna.kernel.PersonId;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A fresh installation has no accounts at all (R35): while nobody can administer it, every start
 * prints a one-time link that makes the first administrator; the link of an earlier start ends.
 */
@Component
@Profile("!demonstration")
class FirstAdministrator implements ApplicationRunner {

  private final People people;
  private final Credentials credentials;
  private final AccessLinks links;

  FirstAdministrator(People people, Credentials credentials, AccessLinks links) {
    this.people = people;
    this.credentials = credentials;
    this.links = links;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var accounts = credentials.accounts();
    boolean there =
        people.all().stream()
            .anyMatch(p -> p.active() && p.has(Role.ADMINISTRATOR) && accounts.containsKey(p.id()));
    if (there) return;
    var link = links.issue(null, PersonId.system("set-up"));
    // To whoever stands at the console, not to the log: logs are kept and sent elsewhere.
    System.out.printf(
        "%nThere is no administrator yet. Open this page of the server within 24 hours:%n  %s%n%n",
        link.path());
  }
}
