package io.kizuna.demonstration;

import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.material.Lot;
import io.kizuna.material.Lots;
import io.kizuna.personnel.People;
import io.kizuna.web.Actor;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** In the demonstration nobody holds a scanner: what one would read from the right labels. */
@RestController
@Profile("demonstration")
class SampleCodes {

  private final Batches batches;
  private final Lots lots;
  private final People people;
  private final RecordClock clock;

  SampleCodes(Batches batches, Lots lots, People people, RecordClock clock) {
    this.batches = batches;
    this.lots = lots;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param patientToken pseudonym on the order form.
   * @param lots by material one lot that may be consumed now.
   */
  record Codes(String patientToken, Map<String, String> lots) {}

  @GetMapping("/api/demonstration/batches/{batch}/codes")
  Codes of(@PathVariable BatchId batch, Actor actor) {
    var token = batches.get(batch, people.active(actor.id())).patientToken();
    var usable = new TreeMap<String, String>();
    for (Lot lot : lots.all()) {
      boolean good = lot.status() == Lot.Status.RELEASED && lot.expiresAt().isAfter(clock.now());
      if (good) usable.putIfAbsent(lot.material(), lot.code());
    }
    return new Codes(token, usable);
  }
}
