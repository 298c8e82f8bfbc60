package io.kizuna.identity;

import java.util.Optional;

/**
 * What the label of a container carries: the COI and which container it is, for example {@code
 * A9997-26-K7M42P-3/culture-bag}.
 *
 * @param container kind of container, as the recipe names it.
 */
public record Label(CoiIdentifier coi, String container) {

  private static final int LONGEST = 200;

  /** Reads a scanned code; empty if it is not one of our labels. */
  public static Optional<Label> parse(String code) {
    int slash = code.indexOf('/');
    if (code.length() > LONGEST || slash < 1 || slash == code.length() - 1) return Optional.empty();
    String coi = code.substring(0, slash);
    if (!CoiIdentifier.isValid(coi)) return Optional.empty();
    return Optional.of(new Label(new CoiIdentifier(coi), code.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return coi + "/" + container;
  }
}
