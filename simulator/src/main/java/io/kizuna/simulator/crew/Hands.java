package io.kizuna.simulator.crew;

import io.kizuna.simulator.crew.Knowledge.Action;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Moves vessels, samples and bags of one batch as the knowledge says. */
final class Hands {
  private final Bench bench;
  private final Bench.Place place;
  private final UnaryOperator<String> equipment;

  /**
   * @param equipment the unit of this batch for a role.
   */
  Hands(Bench bench, Bench.Place place, UnaryOperator<String> equipment) {
    this.bench = bench;
    this.place = place;
    this.equipment = equipment;
  }

  /**
   * @return false if the verb is none of the bench's.
   */
  boolean move(Action action, Map<String, String> values) {
    JsonNode what = action.argument();
    switch (action.verb()) {
      case "create" -> bench.create(place, what);
      case "place" -> bench.place(place, device(what.asString()));
      case "sample" -> bench.sample(place, what.asDouble());
      case "transduce" -> {
        double volume = amount(what.path("volume"), values);
        bench.transduce(place, volume, what.path("efficiency").asDouble());
      }
      case "wash" -> bench.event(place, "wash", amount(what, values));
      case "feed" -> feed(amount(what, values));
      case "fillUpTo" -> feed(amount(what, values) - bench.vessel(place, "volumeMl"));
      case "fill" -> bench.fill(place, amount(what, values));
      case "placeBag" -> bench.placeBag(place, device(what.asString()), "A1-03");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void feed(double volumeMl) {
    if (volumeMl > 0) bench.event(place, "feed", volumeMl);
  }

  private @Nullable String device(String role) {
    return role.equals("bench") ? null : equipment.apply(role);
  }

  /** A number, or the value of a parameter of the step. */
  private static double amount(JsonNode what, Map<String, String> values) {
    if (what.isNumber()) return what.asDouble();
    String value = values.get(what.asString());
    if (value == null) throw new Stuck("no value " + what.asString() + " to work with");
    return Double.parseDouble(value);
  }
}
