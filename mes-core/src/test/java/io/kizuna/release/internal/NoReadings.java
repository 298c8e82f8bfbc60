package io.kizuna.release.internal;

import io.kizuna.batchrecord.SealReadings;
import io.kizuna.kernel.BatchId;

/** A batch without readings: there is nothing to seal. */
final class NoReadings implements SealReadings {

  @Override
  public void upToNow(BatchId batch) {}

  @Override
  public void look() {}
}
