package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Mes.StepRef;
import tools.jackson.databind.JsonNode;

/** What is meant to happen in a run besides good work: nothing, a stop, or a fault. */
interface Plan {
  /** Whether the run goes on. */
  enum Go {
    ON,
    DONE
  }

  /** An open step is about to be worked. */
  default Go before(BatchRun run, StepRef step, JsonNode overview) {
    return Go.ON;
  }

  /** The performer has recorded it; it may await verification. */
  default Go performed(BatchRun run, StepWork.Prepared step, StepWork.Done done) {
    return Go.ON;
  }

  default Go verified(BatchRun run, StepRef step, StepWork.Done done) {
    return Go.ON;
  }

  /** Nobody can do anything. */
  default Go idle(BatchRun run, JsonNode overview) {
    return Go.ON;
  }

  /** The batch is held; {@code ON} means nobody expected that. */
  default Go held(BatchRun run, JsonNode overview) {
    return Go.ON;
  }

  /** After the run, also after one that failed: heals what was broken. */
  default void cleanUp(BatchRun run) {}

  /** Whether the batch is meant to be released. */
  default boolean releases() {
    return true;
  }
}
