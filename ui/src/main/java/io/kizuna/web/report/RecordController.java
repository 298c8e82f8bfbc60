package io.kizuna.web.report;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.MesException;
import io.kizuna.personnel.People;
import io.kizuna.portable.PortableRecord;
import io.kizuna.report.BatchRecord;
import io.kizuna.report.BatchRecordReport;
import io.kizuna.web.Actor;
import io.kizuna.web.PatientLooks;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The batch record to read and to take along (R08). */
@RestController
class RecordController {

  /** {@code both}: each line in English and Japanese. */
  private static final Set<String> LANGUAGES = Set.of("en", "ja", "both");

  private final BatchRecordReport report;
  private final PortableRecord portable;
  private final PatientLooks looks;
  private final People people;
  private final ZoneId zone;

  RecordController(
      BatchRecordReport report,
      PortableRecord portable,
      PatientLooks looks,
      People people,
      @Value("${kizuna.site.zone:Asia/Tokyo}") String zone) {
    this.report = report;
    this.portable = portable;
    this.looks = looks;
    this.people = people;
    this.zone = ZoneId.of(zone);
  }

  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = BatchRecord.class)))
  @GetMapping(value = "/api/batches/{batch}/record", produces = MediaType.APPLICATION_JSON_VALUE)
  String json(@PathVariable BatchId batch, Actor actor) {
    var person = people.active(actor.id());
    var batchRecord = report.read(batch, person);
    looks.at(batch, actor, "record");
    return portable.json(batchRecord, person);
  }

  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PDF_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/api/batches/{batch}/record.pdf")
  void pdf(
      @PathVariable BatchId batch,
      @RequestParam(defaultValue = "en") String lang,
      Actor actor,
      HttpServletResponse response)
      throws IOException {
    var person = people.active(actor.id());
    var batchRecord = report.read(batch, person);
    looks.at(batch, actor, "record.pdf");
    String language = LANGUAGES.contains(lang) ? lang : "en";
    String file = batchRecord.header().number() + "-" + language + ".pdf";
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + file + "\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    try {
      report.pdf(portable.json(batchRecord, person), language, zone, response.getOutputStream());
    } catch (MesException e) {
      response.reset(); // a refusal is no PDF
      throw e;
    }
  }
}
