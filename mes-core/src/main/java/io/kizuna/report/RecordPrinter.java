package io.kizuna.report;

import io.kizuna.kernel.MesException;
import io.kizuna.report.internal.RecordPrinting;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;

/**
 * Prints an exported record: reads its JSON from the standard input, writes its PDF to a file. The
 * server starts it as a process of its own, because the layout of a whole batch needs more memory
 * than everything else together and no reading may be lost for a print. Whoever keeps an exported
 * record can print it alone.
 */
public final class RecordPrinter {

  /** Exit code: the record is too long to be printed. The JVM's own codes are 1 and 3. */
  public static final int TOO_LONG = 65;

  private RecordPrinter() {}

  /**
   * @param args language ({@code en}, {@code ja} or {@code both}), the zone times are printed in,
   *     the file.
   */
  public static void main(String[] args) throws IOException {
    // Not the standard output: libraries log there.
    try (var pdf = new BufferedOutputStream(Files.newOutputStream(Path.of(args[2])))) {
      RecordPrinting.print(System.in, args[0], ZoneId.of(args[1]), pdf);
    } catch (MesException e) {
      System.exit(TOO_LONG);
    }
  }
}
