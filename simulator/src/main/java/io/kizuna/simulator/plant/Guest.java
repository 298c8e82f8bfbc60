package io.kizuna.simulator.plant;

/** Things that live in the plant without being a device: vessels and bags on the move. */
public interface Guest {
  /** Moves by {@code dtS} of plant time, after all devices did. */
  void step(double dtS);
}
