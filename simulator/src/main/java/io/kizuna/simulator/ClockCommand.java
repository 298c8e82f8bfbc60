package io.kizuna.simulator;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows or changes the plant clock of a running simulator. */
@Command(
    name = "clock",
    mixinStandardHelpOptions = true,
    description = "Show the plant clock, change its speed or jump forward.")
final class ClockCommand implements Callable<Integer> {
  @Mixin ControlClient control = new ControlClient();

  @Option(names = "--speed", description = "New speed, 1 to 5000.")
  @Nullable Double speed;

  @Option(names = "--advance-to", description = "Plant time to jump to, ISO 8601.")
  @Nullable String advanceTo;

  @Override
  public Integer call() throws InterruptedException {
    if (speed == null && advanceTo == null) return control.send("GET", "/api/clock", null);
    ObjectNode change = JsonMapper.shared().createObjectNode();
    if (speed != null) change.put("speed", speed);
    if (advanceTo != null) change.put("advanceTo", advanceTo);
    return control.send("PUT", "/api/clock", change.toString());
  }
}
