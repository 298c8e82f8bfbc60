package io.kizuna.simulator.equipment;

/** What a tag carries: Double, Integer, Boolean, String or Instant. */
public enum ValueType {
  DOUBLE,
  INT,
  BOOLEAN,
  STRING,
  TIME
}
