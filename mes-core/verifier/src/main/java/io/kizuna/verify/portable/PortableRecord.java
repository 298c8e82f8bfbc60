package io.kizuna.verify.portable;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.Options;
import io.kizuna.verify.Report;
import io.kizuna.verify.Verification;
import io.kizuna.verify.check.AnchorCheck;
import io.kizuna.verify.check.CheckpointCheck.Size;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.VerifierKey;
import io.kizuna.verify.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks a portable record. */
public final class PortableRecord {

  private PortableRecord() {}

  /** Files first: what follows rests on them. */
  public static Report check(Path file, Options options) throws IOException {
    var findings = new Findings();
    try (var files = new PortableFiles(file)) {
      var keys = keys(files, options, findings);
      Json.Members manifest = new ManifestCheck(files, findings).check(keys);
      boolean filesFit = findings.total() == 0;
      String batch = manifest.object("batch").text("number");
      String name = file.getFileName() + (batch == null ? "" : ", batch " + batch);
      if ("sponsor".equals(manifest.text("copy"))) {
        findings.notChecked("what the sponsor's copy leaves out");
      }
      try (Source source = new PortableSource(files, name)) {
        proofs(files, source, options, keys, findings);
        return Verification.run(source, new Options(keys, null, null), findings);
      } catch (IOException e) {
        // a file that was changed may not even be readable; it is named already
        if (filesFit) throw e;
        findings.add(
            Finding.of(Kind.FILE, "the record", "it cannot be read on: " + e.getMessage()));
        return Verification.report(name, findings);
      }
    }
  }

  private static void proofs(
      PortableFiles files,
      Source source,
      Options options,
      List<VerifierKey> keys,
      Findings findings)
      throws IOException {
    var checkpoint = new ProofCheck(files, findings).check(source, keys);
    if (options.anchors() == null || checkpoint == null) return;
    var anchors = new AnchorCheck(findings);
    anchors.read(options.anchors(), keys);
    anchors.compare(new Size(checkpoint.epoch(), checkpoint.size()), checkpoint.root());
  }

  /** Keys from outside count; one in the record only if none from outside has its name. */
  private static List<VerifierKey> keys(PortableFiles files, Options options, Findings findings)
      throws IOException {
    var keys = new ArrayList<>(options.keys());
    var names = options.keys().stream().map(VerifierKey::name).toList();
    for (String name : files.in("keys/", ".vkey")) {
      try {
        var key = VerifierKey.parse(files.text(name));
        if (names.contains(key.name())) continue;
        keys.add(key);
        findings.notChecked(
            "whose key "
                + key.name()
                + "+"
                + key.id()
                + " is: it came with the record; compare it with the one you were given (--key)");
      } catch (IllegalArgumentException | IOException e) {
        findings.add(Finding.of(Kind.FILE, "file " + name, "not a public key: " + e.getMessage()));
      }
    }
    return keys;
  }
}
