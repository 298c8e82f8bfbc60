package io.kizuna.report.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** The printed record judged by veraPDF, the reference validator of the PDF Association. */
class RecordPdfConformanceTest {

  @BeforeAll
  static void validator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  // R08: a record must open and read the same decades from now (ISO 19005-3, level U), and a person
  // who does not see it must be able to hear it (ISO 14289-1).
  @ParameterizedTest
  @CsvSource({
    "en, PDFA_3_U",
    "ja, PDFA_3_U",
    "both, PDFA_3_U",
    "en, PDFUA_1",
    "ja, PDFUA_1",
    "both, PDFUA_1"
  })
  void printedRecordConforms(String language, PDFAFlavour flavour) throws Exception {
    var result = validate(RecordPdfTest.pdf(SampleRecord.full(), language), flavour);
    assertThat(faults(result)).isEmpty();
    assertThat(result.isCompliant()).isTrue();
    assertThat(result.getTotalAssertions()).isGreaterThan(1000);
  }

  // A judge that lets everything pass would prove nothing.
  @Test
  void fileWithoutFontsProfileOrStructureIsFound() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var document = new PDDocument()) {
      document.addPage(new PDPage());
      document.save(out);
    }
    assertThat(faults(validate(out.toByteArray(), PDFAFlavour.PDFA_3_U))).isNotEmpty();
    assertThat(faults(validate(out.toByteArray(), PDFAFlavour.PDFUA_1))).isNotEmpty();
  }

  private static ValidationResult validate(byte[] pdf, PDFAFlavour flavour) throws Exception {
    var foundry = Foundries.defaultInstance();
    try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
        var validator = foundry.createValidator(flavour, false)) {
      return validator.validate(parser);
    }
  }

  private static List<String> faults(ValidationResult result) {
    return result.getTestAssertions().stream()
        .filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
        .map(
            a ->
                a.getRuleId().getClause()
                    + "-"
                    + a.getRuleId().getTestNumber()
                    + " "
                    + a.getMessage())
        .distinct()
        .toList();
  }
}
