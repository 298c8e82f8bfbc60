package io.kizuna.web;

import io.kizuna.kernel.MesException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks every JSON body against its record before a controller sees it; see {@link BodyShape}. */
@RestControllerAdvice
class BodyCheck extends RequestBodyAdviceAdapter {

  /** A completion of the largest step with reasons is far below; bounds what a parser must hold. */
  private static final int BYTES_MAX = 1_000_000;

  /** A name given twice is refused: which of the two would have been meant? */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private record Read(HttpHeaders headers, byte[] bytes) implements HttpInputMessage {
    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(bytes);
    }
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return parameter.getParameterType().isRecord();
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage message,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    byte[] bytes = message.getBody().readNBytes(BYTES_MAX + 1);
    var faults = BodyShape.faults(parse(message, bytes), type);
    if (!faults.isEmpty()) throw new MesException(faults);
    return new Read(message.getHeaders(), bytes);
  }

  private static JsonNode parse(HttpInputMessage message, byte[] bytes) {
    if (bytes.length > BYTES_MAX) {
      throw new HttpMessageNotReadableException("longer than 1 MB", message);
    }
    try {
      @Nullable JsonNode body = STRICT.readTree(bytes);
      if (body == null || body.isMissingNode()) {
        throw new HttpMessageNotReadableException("no body", message);
      }
      return body;
    } catch (JacksonException e) {
      throw new HttpMessageNotReadableException("not JSON", e, message);
    }
  }
}
