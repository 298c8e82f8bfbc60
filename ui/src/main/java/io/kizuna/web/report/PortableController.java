package io.kizuna.web.report;

import io.kizuna.kernel.BatchId;
import io.kizuna.portable.PortableRecord;
import io.kizuna.portable.RecordSeal;
import io.kizuna.report.BatchRecord;
import io.kizuna.web.Actor;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The portable record, and what a reader of it needs: its schema, the key it is sealed with. */
@RestController
class PortableController {

  private static final String ZIP = "application/zip";
  private static final String SCHEMA = "application/schema+json";

  private final PortableRecord portable;
  private final RecordSeal seal;
  private final ZoneId zone;

  PortableController(
      PortableRecord portable,
      RecordSeal seal,
      @Value("${kizuna.site.zone:Asia/Tokyo}") String zone) {
    this.portable = portable;
    this.seal = seal;
    this.zone = ZoneId.of(zone);
  }

  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/api/batches/{batch}/portable")
  void portable(
      @PathVariable BatchId batch,
      @RequestParam(defaultValue = "full") @Pattern(regexp = "full|sponsor") String copy,
      Actor actor,
      HttpServletResponse response)
      throws IOException {
    var kind = BatchRecord.Copy.valueOf(copy.toUpperCase(Locale.ROOT));
    var made = portable.make(batch, kind, actor.id(), zone);
    try {
      response.setContentType(ZIP);
      response.setContentLengthLong(made.bytes());
      response.setHeader(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.name() + "\"");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      Files.copy(made.file(), response.getOutputStream());
    } finally {
      Files.delete(made.file());
    }
  }

  /** Public keys in the form of C2SP signed notes. */
  record RecordKeys(List<String> keys) {}

  @GetMapping("/api/record-keys")
  RecordKeys keys() {
    return new RecordKeys(List.of(seal.publicKey()));
  }

  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = SCHEMA, schema = @Schema(type = "object")))
  @GetMapping(value = "/api/record-schema", produces = SCHEMA)
  Resource schema() {
    return new ClassPathResource("schema/batch-record.schema.json");
  }
}
