package io.kizuna.simulator.crew;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of the crew, each with an own session. */
final class Staff {
  /** In the order in which they are asked; the demonstration seeds them. */
  private static final List<String> USERS =
      List.of("tanaka", "sato", "kobayashi", "suzuki", "watanabe", "ito", "mori");

  private static final String SUPERVISOR = "SUPERVISOR";
  private static final String QUALITY = "QA";

  private final List<MesSession> people = new ArrayList<>();

  /**
   * Logs everybody in.
   *
   * @throws Refusal if somebody is not let in.
   */
  Staff(String url, String password, Timings timings) {
    for (String user : USERS) {
      var session = new MesSession(url, user, password, timings);
      session.logIn();
      people.add(session);
    }
  }

  Staff(List<MesSession> people) {
    this.people.addAll(people);
  }

  MesSession named(String user) {
    return people.stream()
        .filter(p -> p.user.equals(user))
        .findFirst()
        .orElseThrow(() -> new Stuck("the crew has no " + user));
  }

  /** The first with the role. */
  MesSession having(String role) {
    return people.stream()
        .filter(p -> p.has(role))
        .findFirst()
        .orElseThrow(() -> new Stuck("nobody of the crew has the role " + role));
  }

  /** Whoever performs a step. */
  MesSession performer(String role, @Nullable String preferred) {
    return preferred == null ? having(role) : named(preferred);
  }

  /** Another person with the role of the step, else a supervisor, else quality. */
  MesSession verifier(String role, String performedBy) {
    for (String wanted : List.of(role, SUPERVISOR, QUALITY)) {
      for (MesSession p : people) {
        if (p.has(wanted) && !p.user.equals(performedBy)) return p;
      }
    }
    throw new Stuck("nobody but " + performedBy + " may verify a step of " + role);
  }

  /** Who signs for values outside limits; QA may as well (but is asked last). */
  MesSession supervisor(String performedBy) {
    return verifier(SUPERVISOR, performedBy);
  }

  MesSession planner() {
    return having("PLANNER");
  }

  MesSession administrator() {
    return having("ADMINISTRATOR");
  }

  /** Reviews. */
  MesSession reviewer() {
    return named("suzuki");
  }

  /** Releases; another person than the reviewer. */
  MesSession releaser() {
    return named("watanabe");
  }
}
