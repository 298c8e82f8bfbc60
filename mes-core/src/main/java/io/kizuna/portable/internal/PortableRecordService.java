package io.kizuna.portable.internal;

import io.kizuna.audit.AuditEvent;
import io.kizuna.audit.AuditEvent.Change;
import io.kizuna.audit.AuditTrail;
import io.kizuna.batch.Batch;
import io.kizuna.batch.Batches;
import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.kernel.PersonId;
import io.kizuna.kernel.RecordClock;
import io.kizuna.kernel.Software;
import io.kizuna.personnel.People;
import io.kizuna.personnel.Person;
import io.kizuna.personnel.Role;
import io.kizuna.portable.PortableRecord;
import io.kizuna.portable.RecordSeal;
import io.kizuna.report.BatchRecord;
import io.kizuna.report.BatchRecord.Copy;
import io.kizuna.report.BatchRecordReport;
import io.kizuna.site.Site;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Service
class PortableRecordService implements PortableRecord {

  private static final List<String> LANGUAGES = List.of("en", "ja");

  private final Batches batches;
  private final People people;
  private final Site site;
  private final BatchRecordReport report;
  private final StoredFiles stored;
  private final RecordSeal seal;
  private final AuditTrail audit;
  private final RecordClock clock;
  private final TransactionTemplate writing;
  private final TransactionTemplate snapshot;

  PortableRecordService(
      Batches batches,
      People people,
      Site site,
      BatchRecordReport report,
      StoredFiles stored,
      RecordSeal seal,
      AuditTrail audit,
      RecordClock clock,
      PlatformTransactionManager transactions) {
    this.batches = batches;
    this.people = people;
    this.site = site;
    this.report = report;
    this.stored = stored;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
    this.writing = new TransactionTemplate(transactions);
    this.snapshot = new TransactionTemplate(transactions);
    // Page, trail and rows of one moment, while people go on working.
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
  }

  /** What one file is made for. */
  private record Order(Batch batch, Person by, Copy copy, ZoneId zone) {}

  @Override
  public Made make(BatchId id, Copy copy, PersonId by, ZoneId zone) throws IOException {
    var person = people.active(by);
    Batch batch = batches.get(id, person);
    requireRight(person, copy);
    String key = seal.publicKey(); // refused before anything is made
    var order = new Order(batch, person, copy, zone);
    writing.executeWithoutResult(status -> exported(order));
    Path file = Files.createTempFile("kizuna-portable-", ".zip");
    try {
      write(order, key, file);
      String kind = copy.name().toLowerCase(Locale.ROOT);
      return new Made(file, batch.number() + "-" + kind + ".zip", Files.size(file));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  @Override
  public String json(BatchRecord whole, Person viewer) {
    String json = report.json(whole);
    if (viewer.has(Role.QA) || !viewer.has(Role.CLIENT_READER)) return json;
    return sponsor(whole.header()).json(json);
  }

  private static void requireRight(Person person, Copy copy) {
    if (person.has(Role.QA)) return;
    if (!person.has(Role.CLIENT_READER)) {
      throw new MesException(
          ErrorCode.ROLE_MISSING,
          "Portable records are handed out by quality.",
          person.roles().toString(),
          "QA, CLIENT_READER",
          null);
    }
    if (copy == Copy.FULL) {
      throw new MesException(
          ErrorCode.COPY_NOT_FOR_CLIENT,
          "A full copy holds what is not the client's.",
          "full",
          "sponsor",
          "QA");
    }
  }

  /** In the site's chain: a record must not grow by being handed out (R16). */
  private void exported(Order o) {
    audit.record(
        new AuditEvent(
            "site",
            o.by().id().value(),
            "record.exported",
            "batch",
            o.batch().id().toString(),
            Map.of("copy", Change.to(o.copy().name())),
            null,
            null));
  }

  private void write(Order o, String key, Path file) throws IOException {
    Path json = Files.createTempFile("kizuna-portable-", ".json");
    try (var zip = new RecordZip(new BufferedOutputStream(Files.newOutputStream(file)))) {
      var head = inSnapshot(o, zip, json);
      for (String language : LANGUAGES) {
        try (var out = zip.open("record." + language + ".pdf")) {
          report.pdf(Files.readString(json), language, o.zone(), out);
        }
      }
      zip.text(RecordZip.keyFile(key.substring(0, key.indexOf('+'))), key + "\n");
      var manifest = new Manifest(o.copy(), head.status(), clock.now(), Software.VERSION);
      zip.text("README.txt", Readme.of(head.header(), manifest));
      String list = manifest.json(head.header(), zip.list());
      zip.text("manifest.json", list);
      zip.text("manifest.note", seal.seal(Manifest.note(head.header(), list)));
    } finally {
      Files.deleteIfExists(json);
    }
  }

  /** What the end of the file needs of the record. */
  private record Head(BatchRecord.Header header, BatchRecord.Status status) {}

  /** Everything that is read from the database, as of one moment. */
  private Head inSnapshot(Order o, RecordZip zip, Path jsonFile) throws IOException {
    try {
      var head =
          snapshot.execute(
              status -> {
                try {
                  var whole = report.read(o.batch().id(), o.by());
                  var cut = o.copy() == Copy.SPONSOR ? sponsor(whole.header()) : null;
                  String json = report.json(whole);
                  if (cut != null) json = cut.json(json);
                  Files.writeString(jsonFile, json);
                  zip.text("record.json", json);
                  stored.write(o.batch(), cut, zip);
                  return new Head(whole.header(), whole.status());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      if (head == null) throw new IllegalStateException("nothing was read");
      return head;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private SponsorCopy sponsor(BatchRecord.Header h) {
    return new SponsorCopy(people.all(), site.clients(), h.client().id(), h.number(), h.coi());
  }
}
