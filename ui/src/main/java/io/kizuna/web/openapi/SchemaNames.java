package io.kizuna.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of schemas: what the web declares keeps its own name, what the core nests is named with its
 * owner ({@code Batch.State} is {@code BatchState}).
 *
 * <p>Two types with one name would silently become one schema, so that is refused.
 */
class SchemaNames extends TypeNameResolver {

  private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();
  private final Set<String> clashes = ConcurrentHashMap.newKeySet();

  static String of(Class<?> type) {
    var owner = type.getEnclosingClass();
    boolean ofTheWeb = type.getPackageName().startsWith("io.kizuna.web");
    return owner == null || ofTheWeb ? type.getSimpleName() : of(owner) + type.getSimpleName();
  }

  @Override
  protected String nameForClass(JavaType type, Set<Options> options) {
    return named(type.getRawClass(), super.nameForClass(type, options));
  }

  @Override
  protected String nameForClass(Class<?> type, Set<Options> options) {
    return named(type, super.nameForClass(type, options));
  }

  private String named(Class<?> type, String usual) {
    if (!type.getPackageName().startsWith("io.kizuna")) return usual;
    var other = taken.putIfAbsent(of(type), type);
    if (other != null && other != type) clashes.add(other + " and " + type);
    return of(type);
  }

  /**
   * @throws IllegalStateException two types have one name; nobody may read such a description.
   */
  void refuseClashes() {
    if (!clashes.isEmpty()) throw new IllegalStateException("one schema for two types: " + clashes);
  }
}
