package io.kizuna.simulator.control;

import io.kizuna.simulator.plant.Refused;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request: variable parts of its path and its JSON body.
 *
 * @param path what stood at the places of the route's asterisks.
 */
record Exchange(List<String> path, byte[] body) {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * @throws Refused INVALID if the body is not such an object.
   */
  <T> T read(Class<T> as) {
    try {
      T value = JSON.readValue(body, as);
      if (value != null) return value;
    } catch (JacksonException e) {
      throw Refused.invalid("body is not valid: " + e.getOriginalMessage());
    }
    throw Refused.invalid("body is missing");
  }

  static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) throw Refused.invalid(name + " is missing");
    if (value.length() > 200) throw Refused.invalid(name + " is longer than 200 characters");
    return value;
  }

  /** A finite number in [low, high]. */
  static double required(@Nullable Double value, String name, double low, double high) {
    if (value == null) throw Refused.invalid(name + " is missing");
    if (!(value >= low && value <= high)) {
      throw Refused.invalid(name + " " + value + " is not between " + low + " and " + high);
    }
    return value;
  }

  /** An answer with its HTTP status. */
  record Answer(int status, @Nullable Object body) {
    static Answer ok(Object body) {
      return new Answer(200, body);
    }

    static Answer created(Object body) {
      return new Answer(201, body);
    }

    /** RFC 9457 problem. */
    static Answer problem(int status, String detail) {
      return new Answer(status, Map.of("status", status, "detail", detail));
    }
  }
}
