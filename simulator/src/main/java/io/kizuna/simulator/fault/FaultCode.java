package io.kizuna.simulator.fault;

import java.util.List;

/** Failure modes of process description 3.13 that can be injected today. */
public enum FaultCode {
  SM01("sensor offset or linear drift", List.of("offset", "driftPerHour")),
  SM02("stuck value", List.of()),
  SM04("communication loss", List.of()),
  SM06("door or lid open", List.of("door")),
  SM07("utility loss", List.of("utility")),
  SM10("nucleation failure or early nucleation", List.of("T_nuc"));

  private final String meaning;
  private final List<String> parameters;

  FaultCode(String meaning, List<String> parameters) {
    this.meaning = meaning;
    this.parameters = parameters;
  }

  public String meaning() {
    return meaning;
  }

  /** Names its {@code parameters} object may have. */
  public List<String> parameters() {
    return parameters;
  }
}
