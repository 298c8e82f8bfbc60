package io.kizuna.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.kizuna.kernel.Text;
import io.kizuna.recipe.Parameter;
import io.kizuna.report.BatchRecord;
import io.kizuna.report.RecordedSignature;
import io.kizuna.report.RecordedStep;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordPdfTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  static byte[] pdf(BatchRecord r, String language) throws IOException {
    var out = new ByteArrayOutputStream();
    RecordPdf.write(r, RecordJson.write(r), language, TOKYO, out);
    return out.toByteArray();
  }

  // R08, R21: what is not in the text of the PDF is not in the copy an inspector gets.
  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void textHoldsEverythingRecorded(String language) throws IOException {
    BatchRecord r = SampleRecord.full();
    String text = text(pdf(r, language));
    var format = new PrintFormat(Words.of(language), TOKYO);
    expected(r, language, format)
        .forEach(e -> assertThat(text).as(language).contains(squeezed(printable(e))));
  }

  private static Stream<String> expected(BatchRecord r, String language, PrintFormat format) {
    Words words = Words.of(language);
    var all = new ArrayList<String>();
    all.addAll(
        List.of(r.header().number(), r.header().coi(), r.header().shortCode(), r.patientToken()));
    all.addAll(List.of(r.recipe().packageHash(), r.auditTrail().head(), "68.500 kg"));
    all.addAll(List.of(r.trail().root(), r.trail().chainHead()));
    all.add(words.get("sealed", "1", "131", "39"));
    for (var u : r.unitProcedures()) {
      all.add(u.number() + " " + u.title().in(language));
      for (RecordedStep s : u.steps()) {
        all.add(s.number() + " " + s.title().in(language));
        s.parameters().forEach(p -> values(all, p, language, format));
        s.identityChecks().forEach(c -> all.add(c.code()));
        s.signatures().forEach(x -> signature(all, x, words, format));
      }
      u.holdTimes().forEach(h -> all.add(h.name().in(language)));
    }
    r.signatures().forEach(x -> signature(all, x, words, format));
    for (var x : r.exceptions()) {
      all.add(x.text().in(language));
      all.addAll(List.of(x.value(), x.limit(), x.reason()));
      x.decisions().forEach(d -> all.addAll(List.of(d.comment(), format.time(d.at()))));
    }
    r.commands().forEach(c -> all.addAll(List.of(c.name().in(language), c.run())));
    r.gaps().forEach(g -> all.addAll(List.of(format.time(g.from()), g.reason())));
    r.curves().forEach(c -> all.add(c.equipment() + "." + c.tag()));
    return all.stream();
  }

  private static void values(
      List<String> all, RecordedStep.Line p, String language, PrintFormat format) {
    all.add(p.name().in(language));
    all.add(format.limits(p));
    if (p.recorded() == null) return;
    Stream.concat(Stream.of(p.recorded()), p.recorded().earlier().stream())
        .forEach(
            v -> {
              all.add(format.value(p, v));
              if (p.type() == Parameter.Type.DECIMAL) all.add(v.value());
              if (v.reason() != null) all.add(v.reason());
              v.provenance().values().forEach(f -> all.add(format.fact(f)));
            });
  }

  private static void signature(
      List<String> all, RecordedSignature s, Words words, PrintFormat format) {
    Text name = s.printedName();
    all.add(name.in(words.language()));
    all.add(words.of("meaning", s.meaning()));
    all.add(format.time(s.signedAt()));
    all.add(s.digest());
    if (s.voidReason() != null) all.add(s.voidReason());
  }

  private static String printable(String text) {
    return Glyphs.font().printable(text);
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return squeezed(new PDFTextStripper().getText(document));
    }
  }

  /** Lines break anywhere in print; compatible forms of a letter are the same letter. */
  private static String squeezed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  // R08, R82: who keeps the document keeps the data; nothing but the record is inside.
  @Test
  void machinesRecordIsInsideByteForByte() throws IOException {
    BatchRecord r = SampleRecord.full();
    try (PDDocument document = Loader.loadPDF(pdf(r, "ja"))) {
      var names = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      assertThat(names).containsOnlyKeys(AssociatedRecord.FILE);
      var file = names.get(AssociatedRecord.FILE).getEmbeddedFileUnicode();
      assertThat(new String(file.toByteArray(), StandardCharsets.UTF_8))
          .isEqualTo(RecordJson.write(r));
      var associated =
          document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
      assertThat(associated.size()).isEqualTo(1);
    }
  }

  // Two inspectors, one reading English and one Japanese, look at the same line of the same page.
  @Test
  void bothLanguagesStandOnTheSameLines() throws IOException {
    BatchRecord r = SampleRecord.full();
    String text = text(pdf(r, "both"));
    var step = r.unitProcedures().get(0).steps().get(0);
    assertThat(text).contains(squeezed(step.title().en() + " / " + step.title().ja()));
    assertThat(text).contains(squeezed(Words.EN.get("trail") + " / " + Words.JA.get("trail")));
    r.signatures().forEach(s -> assertThat(text).contains(squeezed(s.printedName().ja())));
  }

  // R81: the reader of a paper sees how long it must be kept, and that it must not go before.
  @Test
  void retentionAndLegalHoldArePrinted() throws IOException {
    String text = text(pdf(SampleRecord.full(), "en"));
    assertThat(text).contains(squeezed("LEGAL HOLD")).contains(squeezed("court order 2026-17"));
    assertThat(text).contains(squeezed("EU: 30 years after the expiry"));
  }

  // T19: what people typed is text, never markup; nothing acts, nothing is fetched.
  @Test
  void holdsNoScriptOrActionAndOnlyEmbeddedFonts() throws IOException {
    byte[] pdf = pdf(SampleRecord.full(), "en");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var key : document.getDocument().getXrefTable().keySet()) {
        var object = document.getDocument().getObjectFromPool(key).getObject();
        if (!(object instanceof org.apache.pdfbox.cos.COSDictionary dictionary)) continue;
        for (String bad : List.of("JS", "JavaScript", "Launch", "URI", "AA")) {
          assertThat(dictionary.containsKey(COSName.getPDFName(bad))).as(bad).isFalse();
          assertThat(dictionary.getNameAsString(COSName.S)).isNotEqualTo(bad);
        }
      }
      for (var page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
          assertThat(font.getName()).contains("BIZUDPGothic");
        }
      }
      assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
      assertThat(
              new String(
                  document.getDocumentCatalog().getMetadata().toByteArray(),
                  StandardCharsets.UTF_8))
          .contains("pdfaid:part")
          .contains(">3<");
    }
    assertThat(text(pdf)).contains(squeezed("misread <b>& typed</b> wrongly"));
  }

  // 60 steps with 10 values, two signatures each, one curve for each tenth: a long batch.
  @Test
  void sixtyStepsTakeLessThanFiveSeconds() throws IOException {
    pdf(SampleRecord.full(), "ja"); // classes and fonts loaded
    BatchRecord r = SampleRecord.long60();
    var threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    assertThat(pdf(r, "ja")).isNotEmpty();
    long ms = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    assertThat(ms).isLessThan(5_000); // of processor: builds share their machine
  }

  @Test
  void bothLanguagesHaveTheSameWords() {
    assertThat(Words.JA.all().keySet()).isEqualTo(Words.EN.all().keySet());
  }

  @Test
  void whatTheFontLacksIsNamedNotDropped() {
    assertThat(printable("1.5×10⁶ cells 😀\u0001")).isEqualTo("1.5×10^6 cells [U+1F600][U+0001]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10*6/mL>×10^6/mL", "Cel>°C", "1>", "um>µm", "%>%", "[IU]/mL>IU/mL"})
  void unitsArePrintedForPeople(String pair) {
    String[] p = pair.split(">", 2);
    assertThat(PrintFormat.unit(p[0])).isEqualTo(p[1]);
  }
}
