package io.kizuna.gxp;

import java.util.List;
import java.util.stream.Collectors;

/** The server may not start like this; names everything that must change, at once. */
public class UnfitForUse extends RuntimeException {

  private final transient List<Finding> findings;

  /**
   * @param requirement the rule, for example {@code R79}.
   * @param found what is there.
   * @param needed what must be there instead.
   */
  public record Finding(String requirement, String found, String needed) {
    @Override
    public String toString() {
      return requirement + ": found " + found + "; needed: " + needed;
    }
  }

  public UnfitForUse(List<Finding> findings) {
    super(
        findings.stream()
            .map(Finding::toString)
            .collect(Collectors.joining(System.lineSeparator())));
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
