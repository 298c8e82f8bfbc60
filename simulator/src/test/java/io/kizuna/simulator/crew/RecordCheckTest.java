package io.kizuna.simulator.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecordCheckTest {
  private static List<String> faults(String json) {
    return RecordCheck.faults(Json.MAPPER.readTree(json));
  }

  @Test
  void aReleasedRecordWithEverythingDoneHasNoFaults() {
    assertThat(
            faults(
                """
                {"disposition":{"decision":"RELEASED"},"steps":[{"key":"a","state":"COMPLETE"}],
                 "signatures":[{"by":"tanaka","recomputes":true}],"exceptions":[{"state":"ACCEPTED"}]}
                """))
        .isEmpty();
  }

  @Test
  void everythingUndoneIsNamed() {
    assertThat(
            faults(
                """
                {"disposition":null,"steps":[{"key":"a","state":"OPEN"}],
                 "signatures":[{"by":"tanaka","recomputes":false}],
                 "exceptions":[{"number":"3","state":"OPEN"}]}
                """))
        .hasSize(4);
  }
}
