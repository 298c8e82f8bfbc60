package io.kizuna.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Command line of the simulator; without a subcommand it serves. */
@Command(
    name = "kizuna-simulator",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = "Simulated cell-therapy suite: OPC UA server, bench and fault injection.",
    subcommands = {ServeCommand.class, ClockCommand.class, InjectCommand.class, HelpCommand.class})
public final class SimulatorApplication {
  /** Written by others, joined by name: this package must not know what a crew does. */
  private static final String CREW = "io.kizuna.simulator.crew.CrewCommand";

  private SimulatorApplication() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Runs one command and returns its exit code. */
  static int run(String... args) {
    CommandLine line = new CommandLine(new SimulatorApplication());
    Object crew = crew();
    if (crew != null) line.addSubcommand("crew", crew);
    return line.execute(withDefault(line, args));
  }

  private static @Nullable Object crew() {
    try {
      return Class.forName(CREW).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException absent) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(CREW + " has no usable constructor", e);
    }
  }

  /** {@code kizuna-simulator --port 4840} means {@code serve --port 4840}. */
  private static String[] withDefault(CommandLine line, String[] args) {
    boolean own =
        args.length > 0
            && (line.getSubcommands().containsKey(args[0])
                || List.of("-h", "--help", "-V", "--version").contains(args[0]));
    if (own) return args;
    List<String> serve = new ArrayList<>(List.of("serve"));
    serve.addAll(List.of(args));
    return serve.toArray(String[]::new);
  }
}
