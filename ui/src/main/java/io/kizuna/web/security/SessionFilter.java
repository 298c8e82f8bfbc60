package io.kizuna.web.security;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.web.Actor;
import io.kizuna.web.Problems;
import io.kizuna.web.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Puts the actor of an unlocked session on the request; there is no other way to become one. */
class SessionFilter extends OncePerRequestFilter {

  static final String ACTOR = "kizuna.actor";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Sessions sessions;
  private final Credentials credentials;

  SessionFilter(Sessions sessions, Credentials credentials) {
    this.sessions = sessions;
    this.credentials = credentials;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var state = sessions.current(request);
    boolean data = request.getRequestURI().startsWith("/api/"); // pages hold none
    if (state != null && data && !credentials.holds(state.person(), state.loggedInAt())) {
      sessions.end(request);
      state = null;
    }
    if (state == null || state.locked()) {
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(ACTOR, new Actor(state.person(), state.session()));
    // Pages poll by themselves; only what changes something shows that a person is there.
    boolean byItself =
        request.getMethod().equals("GET") || request.getRequestURI().endsWith("/evaluations");
    if (!byItself) sessions.deed(request, state);
    String name = state.person().value();
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public @Nullable Principal getUserPrincipal() {
            return () -> name;
          }
        },
        response);
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false; // the answer of a live stream is written in an async dispatch
  }

  static void refuse(HttpServletRequest request, HttpServletResponse response, Exception e)
      throws IOException {
    boolean locked = request.getSession(false) != null;
    write(
        response,
        Problems.of(
            new MesException(
                ErrorCode.NOT_LOGGED_IN,
                locked ? "The screen is locked or the session has ended." : "Please log in.")));
  }

  static void refuseAccess(HttpServletRequest request, HttpServletResponse response, Exception e)
      throws IOException {
    if (request.getAttribute(ACTOR) == null) {
      refuse(request, response, e);
    } else {
      write(
          response,
          Problems.of(
              new MesException(
                  ErrorCode.ROLE_MISSING, "The request lacks the token of this session.")));
    }
  }

  private static void write(HttpServletResponse response, ProblemDetail problem)
      throws IOException {
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(JSON.writeValueAsString(problem));
  }
}
