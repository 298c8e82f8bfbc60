package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PackageFixtureTest {

  // What the other tests spoil must be sound, or they prove nothing.
  @Test
  void theFixtureIsSound() {
    assertThat(new PackageFixture().faults()).isEmpty();
  }
}
