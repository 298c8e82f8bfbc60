package io.kizuna.identity;

import java.util.regex.Pattern;

/**
 * The chain-of-identity identifier of one therapy; given once, never changed (R57).
 *
 * <p>Form: facility, year, six characters, check character, for example {@code A9997-26-K7M42P-3}.
 * The characters leave out 0/O, 1/I, which people confuse; the check character is ISO 7064 Mod
 * 37,2, as in ISBT 128. It holds nothing about the patient (R59).
 */
public record CoiIdentifier(String value) {

  /** Everything but 0, 1, I and O. */
  public static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final String MOD_37 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
  private static final Pattern FORM =
      Pattern.compile("[A-Z][0-9]{4}-[0-9]{2}-[" + ALPHABET + "]{6}-[0-9A-Z*]");

  /**
   * @throws IllegalArgumentException if the form or the check character is wrong.
   */
  public CoiIdentifier {
    if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("form of " + value);
    char check = value.charAt(value.length() - 1);
    if (check != checkCharacter(value.substring(0, value.length() - 2))) {
      throw new IllegalArgumentException("check character of " + value);
    }
  }

  /** Builds the identifier from its parts and adds the check character. */
  public static CoiIdentifier of(String facility, int year, String serial) {
    String head = "%s-%02d-%s".formatted(facility, year % 100, serial);
    return new CoiIdentifier(head + "-" + checkCharacter(head));
  }

  /** ISO 7064 Mod 37,2 over letters and digits; hyphens do not count. */
  static char checkCharacter(String head) {
    int sum = 0;
    for (char c : head.toCharArray()) {
      if (c != '-') sum = (sum + MOD_37.indexOf(c)) * 2 % 37;
    }
    return MOD_37.charAt((38 - sum) % 37);
  }

  /** Whether {@code text} is a well-formed identifier with the right check character. */
  public static boolean isValid(String text) {
    try {
      new CoiIdentifier(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
