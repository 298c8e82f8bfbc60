package io.kizuna.report.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** From the JSON of a record to its PDF. */
public final class RecordPrinting {

  private RecordPrinting() {}

  /** Reads {@code json} to its end, then writes the whole document. */
  public static void print(InputStream json, String language, ZoneId zone, OutputStream pdf)
      throws IOException {
    var text = new String(json.readAllBytes(), StandardCharsets.UTF_8);
    RecordPdf.write(RecordJson.read(text), text, language, zone, pdf);
  }
}
