package io.kizuna.simulator.plant;

import io.kizuna.simulator.history.Sample;

/** Who is told every emitted sample, in order per tag, under the plant's lock. */
public interface SampleListener {
  void onSample(Tag tag, Sample sample);
}
