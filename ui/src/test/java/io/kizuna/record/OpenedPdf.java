package io.kizuna.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF: its words, and the files inside it. */
final class OpenedPdf {

  private OpenedPdf() {}

  static String text(byte[] pdf) {
    try (var document = Loader.loadPDF(pdf)) {
      var text = new StringBuilder(new PDFTextStripper().getText(document));
      var inside = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      for (var file : inside.values()) {
        text.append(new String(file.getEmbeddedFileUnicode().toByteArray(), "UTF-8"));
      }
      return text.append(document.getDocumentInformation().getCOSObject()).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
