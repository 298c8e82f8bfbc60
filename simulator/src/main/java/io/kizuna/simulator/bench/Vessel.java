package io.kizuna.simulator.bench;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.kizuna.simulator.physics.Culture;
import org.jspecify.annotations.Nullable;

/** A culture vessel with its cells, somewhere in the suite. */
final class Vessel {
  final String id;
  final Culture culture;

  /** Null on the bench. */
  @Nullable String device;

  @JsonCreator
  Vessel(String id, Culture culture) {
    this.id = id;
    this.culture = culture;
  }
}
