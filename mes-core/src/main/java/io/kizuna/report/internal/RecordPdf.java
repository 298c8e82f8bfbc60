package io.kizuna.report.internal;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import com.openhtmltopdf.util.XRLog;
import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import io.kizuna.report.BatchRecord;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Renders the record: PDF/A-3u and PDF/UA-1, fonts embedded, nothing loaded from anywhere, no
 * script, no link out of the document (T19).
 */
final class RecordPdf {

  private static final String FAMILY = "BIZ UDPGothic";

  /** Paper records of a batch have 200 to 500 pages; more is a mistake. */
  private static final int PAGES_MAX = 3000;

  /** About as many characters as those pages hold; checked before anything is laid out. */
  private static final int MARKUP_MAX = 40_000_000;

  static {
    XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
  }

  private RecordPdf() {}

  /**
   * @param json what {@code batchRecord} was read from; it goes into the document as it is.
   */
  static void write(
      BatchRecord batchRecord, String json, String language, ZoneId zone, OutputStream out)
      throws IOException {
    String html = RecordDocument.of(batchRecord, Words.of(language), zone);
    if (html.length() > MARKUP_MAX) throw tooLong();
    var document = new PDDocument();
    AssociatedRecord.add(document, json, batchRecord.generatedAt());
    var builder =
        new PdfRendererBuilder()
            .usePdfAConformance(PdfAConformance.PDFA_3_U)
            .usePdfUaAccessibility(true)
            .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
            .withProducer("Kizuna MES")
            .usePDDocument(document)
            .useFont(font(document, Glyphs.REGULAR), FAMILY, 400, FontStyle.NORMAL, true)
            .useFont(font(document, Glyphs.BOLD), FAMILY, 700, FontStyle.NORMAL, true)
            .useUnicodeLineBreaker(
                new LineBreaks(language.equals("en") ? Locale.ENGLISH : Locale.JAPANESE))
            .useUriResolver((base, uri) -> uri.startsWith("#") ? uri : null)
            .useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
            .useSVGDrawer(new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE))
            .withW3cDocument(parse(html), null)
            .toStream(out);
    try (var renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      int pages = renderer.getRootBox().getLayer().getPages().size();
      if (pages > PAGES_MAX) throw tooLong();
      renderer.createPDF();
    }
  }

  static MesException tooLong() {
    return new MesException(
        ErrorCode.INPUT_INVALID,
        "A printed record has at most " + PAGES_MAX + " pages; the JSON export holds all of it.",
        "more than " + PAGES_MAX + " pages",
        PAGES_MAX + " pages",
        null);
  }

  /** Without ligatures: they cost most of the time and print other letters than were recorded. */
  private static PDFontSupplier font(PDDocument document, String file) throws IOException {
    try (var in = Objects.requireNonNull(RecordPdf.class.getResourceAsStream(file), file)) {
      var font = new TTFParser().parse(new RandomAccessReadBuffer(in));
      font.setEnableGsub(false);
      document.registerTrueTypeFontForClosing(font);
      return new PDFontSupplier(PDType0Font.load(document, font, true));
    }
  }

  /** One hardened parser: no DOCTYPE, no entity, nothing from outside (T10). */
  private static Document parse(String html) throws IOException {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      factory.setExpandEntityReferences(false);
      return factory
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the record's own markup is not well formed", e);
    }
  }
}
