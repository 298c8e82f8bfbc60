package io.kizuna.web;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The only place where an error kind becomes an HTTP status (RFC 9457 problem details). */
@RestControllerAdvice
class ErrorAdvice {

  private static final Logger log = LoggerFactory.getLogger(ErrorAdvice.class);

  @ExceptionHandler
  ProblemDetail on(MesException e) {
    return Problems.of(e);
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MissingServletRequestParameterException.class,
    MethodArgumentTypeMismatchException.class,
    IllegalArgumentException.class
  })
  ProblemDetail onUnreadable(Exception e) {
    log.debug("unreadable request", e);
    return Problems.of(
        new MesException(ErrorCode.INPUT_INVALID, "The request has not the documented form."));
  }

  /** Two people at once: the database decided for the other one. */
  @ExceptionHandler({ConcurrencyFailureException.class, DataIntegrityViolationException.class})
  ProblemDetail onRace(Exception e) {
    log.info("refused by the database: {}", e.getClass().getSimpleName());
    log.debug("refused by the database", e);
    return Problems.of(
        new MesException(
            ErrorCode.RECORD_CHANGED,
            "Somebody else changed the record at the same moment; nothing was recorded."));
  }
}
