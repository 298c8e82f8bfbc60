package io.kizuna.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Injects a fault into a running simulator, lists faults or removes one. */
@Command(
    name = "inject",
    mixinStandardHelpOptions = true,
    description = {
      "Inject a fault, list or remove faults.",
      "For example:",
      "  inject SM04 BRX-01 --duration PT60S",
      "  inject SM07 INC-01 -P utility=CO2",
      "Without arguments the active faults are listed."
    })
final class InjectCommand implements Callable<Integer> {
  @Mixin ControlClient control = new ControlClient();

  @Parameters(index = "0", arity = "0..1", description = "Fault code, for example SM04.")
  @Nullable String code;

  @Parameters(index = "1", arity = "0..1", description = "Device, for example BRX-01.")
  @Nullable String device;

  @Option(names = "--tag", description = "Tag, where the fault concerns one.")
  @Nullable String tag;

  @Option(names = "--duration", description = "ISO 8601 duration of plant time.")
  @Nullable String duration;

  @Option(names = "--wall-duration", description = "ISO 8601 duration of wall time.")
  @Nullable String wallDuration;

  @Option(names = "-P", description = "Parameter, for example -P T_nuc=-15; may be repeated.")
  Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--remove", description = "Id of an active fault to remove.")
  @Nullable String remove;

  @Override
  public Integer call() throws InterruptedException {
    if (remove != null) return control.send("DELETE", "/api/faults/" + remove, null);
    if (code == null) return control.send("GET", "/api/faults", null);
    ObjectNode fault = JsonMapper.shared().createObjectNode();
    fault.put("code", code);
    if (device != null) fault.put("device", device);
    if (tag != null) fault.put("tag", tag);
    if (duration != null) fault.put("duration", duration);
    if (wallDuration != null) fault.put("wallDuration", wallDuration);
    ObjectNode given = fault.putObject("parameters");
    parameters.forEach((name, value) -> put(given, name, value));
    return control.send("POST", "/api/faults", fault.toString());
  }

  private static void put(ObjectNode given, String name, String value) {
    try {
      given.put(name, Double.parseDouble(value));
    } catch (NumberFormatException text) {
      given.put(name, value);
    }
  }
}
