package io.kizuna.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R08: a print shows the whole record and takes nothing from the server that reads equipment. */
class PrintProcessTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  // What is exported is all that is printed: nothing of the record is lost on the way.
  @Test
  void jsonHoldsTheWholeRecord() {
    var full = SampleRecord.full();
    assertThat(RecordJson.read(RecordJson.write(full))).isEqualTo(full);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ja"})
  void anotherProcessPrintsTheSame(String language) throws Exception {
    var full = SampleRecord.full();
    var out = new ByteArrayOutputStream();
    new PrintProcess("256m").print(RecordJson.write(full), language, TOKYO, out);
    assertThat(RecordPdfTest.text(out.toByteArray()))
        .isEqualTo(RecordPdfTest.text(RecordPdfTest.pdf(full, language)));
  }

  @Test
  void printThatRunsOutOfMemorySendsNothingAndSaysSo() throws Exception {
    var out = new ByteArrayOutputStream();
    var printer = new PrintProcess("12m");
    for (int i = 0; i < 2; i++) { // the second finds the printer free
      var refused =
          catchThrowableOfType(
              MesException.class,
              () -> printer.print(RecordJson.write(SampleRecord.full()), "en", TOKYO, out));
      assertThat(refused.code()).isEqualTo(ErrorCode.PRINT_UNAVAILABLE);
    }
    assertThat(out.size()).isZero();
  }
}
