package io.kizuna.simulator.crew;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTest {

  // The label of another patient must be well formed, or the refusal would prove nothing
  @Test
  void aNeighbourHasAnotherSerialAndItsOwnCheckCharacter() {
    String neighbour = Foreign.neighbour("A9997-26-K7M42P-3");
    assertThat(neighbour).startsWith("A9997-26-K7M42K-").isNotEqualTo("A9997-26-K7M42P-3");
    assertThat(Foreign.neighbour(neighbour)).startsWith("A9997-26-K7M42M-");
  }
}
