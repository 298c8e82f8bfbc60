package io.kizuna.report;

import io.kizuna.kernel.BatchId;
import io.kizuna.personnel.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;

/** Inbound port: the batch record as one document (R08, F77). */
public interface BatchRecordReport {

  /**
   * Everything recorded, read with a number of queries that does not grow with the steps.
   *
   * @throws io.kizuna.kernel.MesException BATCH_UNKNOWN if {@code viewer} may not see it.
   */
  BatchRecord read(BatchId batch, Person viewer);

  /** The JSON form; decimals as text, times ISO-8601 UTC, missing values left out. */
  String json(BatchRecord batchRecord);

  /**
   * Writes a record as PDF/A-3u with embedded fonts, the JSON inside as its associated file.
   *
   * @param json as {@link #json} makes it.
   * @param language {@code en}, {@code ja}, or {@code both}: each line in English and Japanese.
   * @param zone in which times are printed, with their offset.
   * @throws io.kizuna.kernel.MesException INPUT_INVALID if it would be longer than 3000 pages,
   *     PRINT_UNAVAILABLE if others print for too long or the print breaks off.
   */
  void pdf(String json, String language, ZoneId zone, OutputStream out) throws IOException;
}
