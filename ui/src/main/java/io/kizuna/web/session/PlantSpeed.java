package io.kizuna.web.session;

/** Present only in the demonstration: how fast its plant runs. */
public interface PlantSpeed {

  /** 1 is real time. */
  double speed();
}
