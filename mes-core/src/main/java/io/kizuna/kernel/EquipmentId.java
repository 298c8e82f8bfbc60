package io.kizuna.kernel;

/** The site's own name of one piece of equipment, for example {@code BRX-01}. */
public record EquipmentId(String value) {

  @Override
  public String toString() {
    return value;
  }
}
