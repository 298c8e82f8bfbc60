package io.kizuna.web;

import io.kizuna.audit.ActionOrigin;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the request this thread works on came from. */
@Component
class RequestOrigin implements ActionOrigin {

  private final Sessions sessions;

  RequestOrigin(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<Origin> current() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes a)) {
      return Optional.empty();
    }
    var state = sessions.current(a.getRequest());
    String station = a.getRequest().getRemoteAddr();
    return Optional.of(new Origin(state == null ? "" : state.session(), station));
  }
}
