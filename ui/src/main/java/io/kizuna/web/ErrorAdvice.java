package io.kizuna.web;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.MesException.Fault;
import io.kizuna.kernel.MesException.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** The only place where an error kind becomes an HTTP status (RFC 9457 problem details). */
@RestControllerAdvice
class ErrorAdvice extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

  private final RefusedAttempts attempts;

  ErrorAdvice(RefusedAttempts attempts) {
    this.attempts = attempts;
  }

  @ExceptionHandler
  ProblemDetail on(MesException e, HttpServletRequest request) {
    attempts.record(request, e);
    return Problems.of(e);
  }

  /** Two people at once: the database decided for the other one, or one waited too long for it. */
  @ExceptionHandler({TransientDataAccessException.class, DuplicateKeyException.class})
  ProblemDetail onRace(Exception e, HttpServletRequest request) {
    log.info("refused by the database: {}", e.getClass().getSimpleName());
    log.debug("refused by the database", e);
    return on(
        new MesException(
            ErrorCode.RECORD_CHANGED,
            "Somebody else changed the record at the same moment; nothing was recorded."),
        request);
  }

  /** What no check of ours caught: the database keeps the rule, the log says which one. */
  @ExceptionHandler({DataIntegrityViolationException.class, IllegalArgumentException.class})
  ProblemDetail onInvalid(Exception e, HttpServletRequest request) {
    log.warn("a request got past our own checks", e);
    return on(notDocumented(), request);
  }

  private static MesException notDocumented() {
    return new MesException(ErrorCode.INPUT_INVALID, "The request has not the documented form.");
  }

  /** Not JSON at all: there is no field to name. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    log.debug("unreadable request", e);
    var problem = Problems.of(notDocumented());
    problem.setStatus(status.value());
    return ResponseEntity.status(status).body(problem);
  }

  /** Limits of query parameters, declared where they are. */
  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    var faults =
        e.getParameterValidationResults().stream()
            .map(
                r ->
                    fault(
                        r.getMethodParameter().getParameterName(),
                        String.valueOf(r.getArgument()),
                        r.getResolvableErrors().get(0).getDefaultMessage()))
            .toList();
    return answer(faults.isEmpty() ? notDocumented() : new MesException(faults));
  }

  /** Everything else of the framework: a missing parameter, a wrong method, an unknown path. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    if (e instanceof MethodArgumentTypeMismatchException m) {
      return answer(
          new MesException(java.util.List.of(fault(m.getName(), null, "the documented form"))));
    }
    var answer = super.handleExceptionInternal(e, body, headers, status, request);
    if (answer != null
        && answer.getBody() instanceof ProblemDetail p
        && status.is4xxClientError()) {
      Problems.fields(ErrorCode.INPUT_INVALID, notDocumented().refusal()).forEach(p::setProperty);
    }
    return answer;
  }

  private static Fault fault(
      @Nullable String field, @Nullable String value, @Nullable String needed) {
    return new Fault(
        field == null ? "parameter" : field,
        ErrorCode.INPUT_INVALID,
        new Refusal("The field has not the documented form.", value, needed, null));
  }

  private static ResponseEntity<Object> answer(MesException e) {
    var problem = Problems.of(e);
    return ResponseEntity.status(problem.getStatus()).body(problem);
  }
}
