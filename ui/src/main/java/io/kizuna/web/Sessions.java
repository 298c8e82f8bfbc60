package io.kizuna.web;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.Ids;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the server keeps in an HTTP session: who logged in, whether it is locked, since when. */
@Component
public class Sessions {

  private static final String STATE = "kizuna.session";

  /** R39: an operator's session locks by itself after ten minutes without a deed. */
  public static final Duration IDLE_LOCK = Duration.ofMinutes(10);

  /** R39: and ends for good after a shift. */
  private static final Duration ABSOLUTE_END = Duration.ofHours(12);

  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Kept in the HTTP session; replaced as a whole. */
  public record State(
      PersonId person, String session, Instant loggedInAt, Instant lastDeedAt, boolean locked) {}

  /** Begins a session for a person whose secret was checked; a new id, so none can be planted. */
  public State begin(HttpServletRequest request, PersonId person) {
    HttpSession old = request.getSession(false);
    if (old != null) old.invalidate();
    var now = clock.instant();
    var state = new State(person, Ids.next().toString(), now, now, false);
    request.getSession(true).setAttribute(STATE, state);
    return state;
  }

  /** The state of this request's session, locked if it has been idle; null if there is none. */
  public @Nullable State current(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(STATE) instanceof State state)) return null;
    Instant now = clock.instant();
    if (now.isAfter(state.loggedInAt().plus(ABSOLUTE_END))) {
      session.invalidate();
      return null;
    }
    if (!state.locked() && now.isAfter(state.lastDeedAt().plus(IDLE_LOCK))) {
      return put(session, state, true);
    }
    return state;
  }

  /** A person did something: the idle time begins anew. */
  public void deed(HttpServletRequest request, State state) {
    HttpSession session = request.getSession(false);
    if (session == null || state.locked()) return;
    session.setAttribute(
        STATE,
        new State(state.person(), state.session(), state.loggedInAt(), clock.instant(), false));
  }

  /** Ends this session for good. */
  public void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) session.invalidate();
  }

  /** Locks this session; what was shown stays, nothing can be done. */
  public void lock(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null && session.getAttribute(STATE) instanceof State state) {
      put(session, state, true);
    }
  }

  /** Unlocks for the same person whose secret was checked again. */
  public State unlock(HttpServletRequest request, State state) {
    var open =
        new State(state.person(), state.session(), state.loggedInAt(), clock.instant(), false);
    request.getSession().setAttribute(STATE, open);
    return open;
  }

  private static State put(HttpSession session, State state, boolean locked) {
    var next =
        new State(state.person(), state.session(), state.loggedInAt(), state.lastDeedAt(), locked);
    session.setAttribute(STATE, next);
    return next;
  }

  /**
   * The actor of a request that must be logged in and unlocked.
   *
   * @throws MesException NOT_LOGGED_IN.
   */
  public Actor require(HttpServletRequest request) {
    State state = current(request);
    if (state == null) {
      throw new MesException(ErrorCode.NOT_LOGGED_IN, "Please log in.");
    }
    if (state.locked()) {
      throw new MesException(
          ErrorCode.NOT_LOGGED_IN, "The screen is locked; please unlock it.", "locked", null, null);
    }
    return new Actor(state.person(), state.session());
  }
}
