package io.kizuna.report.internal;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.report.RecordPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Runs {@link RecordPrinter}: one print at a time, with a bound on memory and time, and nothing of
 * it is sent before all of it is there.
 */
@Component
class PrintProcess {

  private static final Duration TIME_MAX = Duration.ofMinutes(3);
  private static final Duration WAIT_MAX = Duration.ofMinutes(1);
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private final Semaphore printer = new Semaphore(1);
  private final String memory;

  /**
   * @param memory the most a print may take, as the JVM's {@code -Xmx} says it; a batch of two
   *     weeks needs about 250m.
   */
  PrintProcess(@Value("${kizuna.report.memory:512m}") String memory) {
    this.memory = memory;
  }

  /**
   * @throws MesException PRINT_UNAVAILABLE if others print for too long or the print breaks off;
   *     INPUT_INVALID if it would be longer than 3000 pages.
   */
  void print(String batchRecord, String language, ZoneId zone, OutputStream out)
      throws IOException {
    await();
    try {
      Path json = Files.createTempFile("kizuna-record-", ".json");
      Path pdf = Files.createTempFile("kizuna-record-", ".pdf");
      try {
        Files.writeString(json, batchRecord);
        run(json, command(language, zone, pdf));
        Files.copy(pdf, out);
      } finally {
        Files.delete(json);
        Files.delete(pdf);
      }
    } finally {
      printer.release();
    }
  }

  private void await() {
    try {
      if (printer.tryAcquire(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw unavailable("other records are being printed");
  }

  /** From file to file: nobody waits for a pipe that the other side does not read. */
  private static void run(Path json, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectInput(json.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(TIME_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
        throw unavailable("longer than " + TIME_MAX.toMinutes() + " minutes");
      }
      if (process.exitValue() == RecordPrinter.TOO_LONG) throw RecordPdf.tooLong();
      if (process.exitValue() != 0) throw unavailable("exit code " + process.exitValue());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("the server stops");
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(String language, ZoneId zone, Path pdf) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + memory,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(main());
    command.add(language);
    command.add(zone.getId());
    command.add(pdf.toString());
    return command;
  }

  /** The packed server is one jar of jars, which only its launcher can read. */
  private static List<String> main() {
    String name = RecordPrinter.class.getName();
    String launcher = LAUNCHER.replace('.', '/') + ".class";
    boolean packed = ClassLoader.getSystemResource(launcher) != null;
    return packed ? List.of("-Dloader.main=" + name, LAUNCHER) : List.of(name);
  }

  private static MesException unavailable(String met) {
    return new MesException(
        ErrorCode.PRINT_UNAVAILABLE,
        "The record cannot be printed now; page and JSON show all of it.",
        met,
        "try again in some minutes",
        "ADMINISTRATOR");
  }
}
