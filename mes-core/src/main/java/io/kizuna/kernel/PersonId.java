package io.kizuna.kernel;

import java.util.Map;

/**
 * The user id of a person, for example {@code tanaka}; never reused for anybody else (R28).
 *
 * @param value 2 to 64 characters, lower case.
 */
public record PersonId(String value) {

  /** Actors that are not people are named with this prefix, so that a record never mistakes one. */
  private static final String SYSTEM_PREFIX = "system:";

  private static final Map<String, Text> PARTS =
      Map.of(
          "record", new Text("batch record", "製造記録"),
          "engine", new Text("process engine", "工程エンジン"),
          "hold-times", new Text("hold times", "保持時間"),
          "security", new Text("security", "セキュリティ"),
          "set-up", new Text("set-up", "初期設定"),
          "equipment-link", new Text("equipment link", "設備接続"),
          "trail", new Text("trail", "監査証跡"));

  /** The actor id of a part of the system acting by itself (R15), for example its timers. */
  public static PersonId system(String part) {
    return new PersonId(SYSTEM_PREFIX + part);
  }

  /** Whether this actor is a part of the system and so may never sign. */
  public boolean isSystem() {
    return value.startsWith(SYSTEM_PREFIX);
  }

  /** What is printed where a person's name would stand, for example "System (hold times)". */
  public Text systemName() {
    String part = value.substring(SYSTEM_PREFIX.length());
    Text name = PARTS.getOrDefault(part, Text.same(part));
    return new Text("System (" + name.en() + ")", "システム(" + name.ja() + ")");
  }

  @Override
  public String toString() {
    return value;
  }
}
