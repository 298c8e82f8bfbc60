package io.kizuna.web.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a password must be as the only factor (NIST SP 800-63B-4, 3.1.1.2; R36): long, and not among
 * those an attacker tries first. No rule about kinds of characters, no end date, paste is welcome.
 */
public final class PasswordRules {

  /** Characters, not bytes: a person counts what is seen. */
  public static final int LENGTH_MIN = 15;

  public static final int LENGTH_MAX = 256;

  /** What the estimator reads: its work grows with the square of the length. */
  private static final int READ_MAX = 64;

  /** Fewer than 10^8 guesses: common words, names, dates, keyboard rows and their repetitions. */
  private static final int SCORE_MIN = 3;

  /** Without the own names this much must be left. */
  private static final int REST_MIN = 8;

  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private PasswordRules() {}

  /**
   * @param own what others know about the person: user id and names.
   * @throws MesException PASSWORD_WEAK; the password is never repeated.
   */
  public static void require(String password, List<String> own) {
    int length = password.codePointCount(0, password.length());
    if (length < LENGTH_MIN || length > LENGTH_MAX) {
      throw new MesException(
          ErrorCode.PASSWORD_WEAK,
          "The password has not the right length; a sentence is easy to keep in mind.",
          length + " characters",
          LENGTH_MIN + " to " + LENGTH_MAX + " characters",
          null);
    }
    // What is known about the person adds nothing.
    String rest = password.toLowerCase(Locale.ROOT);
    for (String word : words(own)) rest = rest.replace(word, "");
    // Made anew each time: its dictionaries need more memory than the rest of a log-in page.
    var read = password.substring(0, Math.min(password.length(), READ_MAX));
    if (rest.length() < REST_MIN || new Zxcvbn().measure(read, own).getScore() < SCORE_MIN) {
      throw new MesException(
          ErrorCode.PASSWORD_WEAK,
          "The password is among those attackers try first.",
          null,
          "words that do not follow from each other",
          null);
    }
  }

  /** Each name as a whole and in parts, the longest first; a single letter is nobody's name. */
  private static List<String> words(List<String> own) {
    return own.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .flatMap(name -> Stream.concat(Stream.of(name), PARTS.splitAsStream(name)))
        .filter(word -> word.length() > 1)
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
