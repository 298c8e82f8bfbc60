package io.kizuna.web.session;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Text;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.web.Problems;
import io.kizuna.web.Sessions;
import io.kizuna.web.security.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Log in, who am I, lock, unlock, user change. */
@RestController
@RequestMapping("/api/session")
class SessionController {

  private final Sessions sessions;
  private final Credentials credentials;
  private final People people;
  private final RecordClock recordClock;
  private final Clock clock;
  private final String zone;
  private final ObjectProvider<PlantSpeed> speed;
  private final HttpSessionCsrfTokenRepository csrf = new HttpSessionCsrfTokenRepository();

  SessionController(
      Sessions sessions,
      Credentials credentials,
      People people,
      RecordClock recordClock,
      Clock clock,
      @Value("${kizuna.site.zone:Asia/Tokyo}") String zone,
      ObjectProvider<PlantSpeed> speed) {
    this.sessions = sessions;
    this.credentials = credentials;
    this.people = people;
    this.recordClock = recordClock;
    this.clock = clock;
    this.zone = zone;
    this.speed = speed;
  }

  record LogIn(String user, String password) {

    /** Never prints the secret. */
    @Override
    public String toString() {
      return "LogIn[user=" + user + "]";
    }
  }

  private Person checked(LogIn body) {
    return credentials.check(body.user(), body.password(), "log-in");
  }

  record SessionPerson(String id, Text name, List<Role> roles, @Nullable List<String> clients) {}

  record SessionView(
      SessionPerson person,
      boolean locked,
      boolean demonstration,
      String siteZone,
      String csrfToken,
      Instant serverTime,
      long idleLockSeconds,
      PlantClock clock) {}

  @PostMapping
  SessionView logIn(
      @RequestBody LogIn body, HttpServletRequest request, HttpServletResponse response) {
    Person person = checked(body);
    return view(request, response, sessions.begin(request, person.id()));
  }

  @GetMapping
  SessionView get(HttpServletRequest request, HttpServletResponse response) {
    return view(request, response, require(request));
  }

  /** Before anybody has logged in the page must already say that this is a demonstration. */
  @ExceptionHandler
  ProblemDetail on(MesException e) {
    var problem = Problems.of(e);
    var plant = speed.getIfAvailable();
    problem.setProperty("demonstration", plant != null);
    problem.setProperty("siteZone", zone);
    problem.setProperty("clock", clockView(plant));
    return problem;
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void logOut(HttpServletRequest request) {
    sessions.end(request);
  }

  @PostMapping("/lock")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void lock(HttpServletRequest request) {
    sessions.lock(request);
  }

  /** The same person goes on; another one takes over with a session of their own. */
  @PostMapping("/unlock")
  SessionView unlock(
      @RequestBody LogIn body, HttpServletRequest request, HttpServletResponse response) {
    Person person = checked(body);
    var state = require(request);
    var next =
        state.person().equals(person.id())
            ? sessions.unlock(request, state)
            : sessions.begin(request, person.id());
    return view(request, response, next);
  }

  private Sessions.State require(HttpServletRequest request) {
    var state = sessions.current(request);
    if (state == null) throw new MesException(ErrorCode.NOT_LOGGED_IN, "Please log in.");
    return state;
  }

  private SessionView view(
      HttpServletRequest request, HttpServletResponse response, Sessions.State state) {
    Person person = people.active(state.person());
    var plant = speed.getIfAvailable();
    return new SessionView(
        new SessionPerson(
            person.id().value(),
            person.name(),
            List.copyOf(person.roles()),
            person.clients().isEmpty() ? null : List.copyOf(person.clients())),
        state.locked(),
        plant != null,
        zone,
        token(request, response),
        clock.instant(),
        Sessions.IDLE_LOCK.toSeconds(),
        clockView(plant));
  }

  private PlantClock clockView(@Nullable PlantSpeed plant) {
    return new PlantClock(recordClock.now(), plant == null ? 1 : plant.speed());
  }

  private String token(HttpServletRequest request, HttpServletResponse response) {
    CsrfToken token = csrf.loadToken(request);
    if (token == null) {
      token = Objects.requireNonNull(csrf.generateToken(request));
      csrf.saveToken(token, request, response);
    }
    return token.getToken();
  }
}
