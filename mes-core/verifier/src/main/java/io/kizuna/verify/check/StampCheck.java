package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.check.CheckpointCheck.Size;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.TimeStamp;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.security.cert.CertificateException;

/** Section 4: RFC 3161 stamps over checkpoints. */
public final class StampCheck {

  private final Findings findings;

  public StampCheck(Findings findings) {
    this.findings = findings;
  }

  /** Every stamp beside the checkpoint it is of. */
  public void check(Source source) throws IOException {
    try (var stamps = source.stamps();
        var notes = source.checkpoints()) {
      var note = notes.next();
      for (var stamp = stamps.next(); stamp != null; stamp = stamps.next()) {
        var size = new Size(stamp.epoch(), stamp.size());
        while (note != null && new Size(note.epoch(), note.size()).compareTo(size) < 0) {
          note = notes.next();
        }
        if (note == null || !new Size(note.epoch(), note.size()).equals(size)) {
          findings.add(bad(size, "there is no checkpoint of this size"));
        } else {
          check(size, note.note(), stamp.token());
        }
      }
    }
  }

  /** One token over one note. */
  public void check(Size size, String note, byte[] token) {
    findings.checked("time stamps", 1);
    try {
      var stamp = TimeStamp.parse(token);
      if (!stamp.imprint().equals(Sha256.hex(note))) {
        findings.add(bad(size, "it was made over something else"));
      }
      stamp.signer().checkValidity(java.util.Date.from(stamp.time()));
      findings.notChecked(
          "who is behind the time stamps' certificate "
              + stamp.signer().getSubjectX500Principal().getName()
              + ": compare it with the authority you trust");
    } catch (CertificateException e) {
      findings.add(bad(size, "its certificate was not valid then"));
    } catch (IllegalArgumentException e) {
      findings.add(bad(size, String.valueOf(e.getMessage())));
    }
  }

  private static Finding bad(Size size, String what) {
    return Finding.of(Kind.STAMP, "time stamp of checkpoint " + size, what);
  }
}
