package io.kizuna.portable;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.PersonId;
import io.kizuna.personnel.Person;
import io.kizuna.report.BatchRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;

/** Inbound port: the portable record of a batch (docs/trail-format.md, section 6). */
public interface PortableRecord {

  /**
   * Makes the file, in a folder for temporary files; whoever asked for it deletes it. Nothing is
   * handed over before all of it is there, so that a refusal is a refusal and not half a file. That
   * it was made is an event of the site: it is about the record, not a part of it.
   *
   * @param copy which one; a person of a client gets the sponsor's copy only.
   * @param zone in which the PDFs print times.
   * @throws io.kizuna.kernel.MesException BATCH_UNKNOWN, ROLE_MISSING unless QA or a reader of the
   *     client, COPY_NOT_FOR_CLIENT, SEAL_UNAVAILABLE, PRINT_UNAVAILABLE.
   */
  Made make(BatchId batch, BatchRecord.Copy copy, PersonId by, ZoneId zone) throws IOException;

  /**
   * The record's JSON as this person may have it: a reader of the client gets the sponsor's form on
   * the page and in print too, not only in the file.
   */
  String json(BatchRecord whole, Person viewer);

  /**
   * @param name what the file is called outside: number of the batch and kind of copy, nothing of
   *     the patient.
   */
  record Made(Path file, String name, long bytes) {}
}
