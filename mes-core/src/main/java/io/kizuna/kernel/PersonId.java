package io.kizuna.kernel;

/**
 * The user id of a person, for example {@code tanaka}; never reused for anybody else (R28).
 *
 * @param value 2 to 64 characters, lower case.
 */
public record PersonId(String value) {

  /** Actors that are not people are named with this prefix, so that a record never mistakes one. */
  private static final String SYSTEM_PREFIX = "system:";

  /** The actor id of a part of the system acting by itself (R15), for example its timers. */
  public static PersonId system(String part) {
    return new PersonId(SYSTEM_PREFIX + part);
  }

  /** Whether this actor is a part of the system and so may never sign. */
  public boolean isSystem() {
    return value.startsWith(SYSTEM_PREFIX);
  }

  @Override
  public String toString() {
    return value;
  }
}
