package io.kizuna.verify.portable;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.format.SignedNote;
import io.kizuna.verify.format.VerifierKey;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Section 6: every file against the manifest, the manifest against its note. */
final class ManifestCheck {

  static final String FORMAT = "kizuna-portable/1";
  private static final String MANIFEST = "manifest.json";
  private static final String NOTE = "manifest.note";

  private final PortableFiles files;
  private final Findings findings;

  ManifestCheck(PortableFiles files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  /** Returns the manifest; empty if it cannot be read. */
  Json.Members check(List<VerifierKey> keys) throws IOException {
    if (!files.has(MANIFEST))
      throw new IOException("there is no " + MANIFEST + ": not a portable record");
    byte[] bytes;
    try {
      bytes = files.bytes(MANIFEST);
    } catch (IOException e) {
      findings.add(bad(MANIFEST, "it cannot be read: " + e.getMessage()));
      return Json.EMPTY;
    }
    Json.Members manifest = parse(new String(bytes, java.nio.charset.StandardCharsets.UTF_8));
    String id = manifest.object("batch").text("id");
    note(Sha256.hex(Sha256.of(bytes)), id == null ? "" : id, keys);
    listed(manifest);
    return manifest;
  }

  private Json.Members parse(String text) {
    try {
      var manifest = Json.object(text);
      if (!FORMAT.equals(manifest.text("format"))) {
        findings.add(bad(MANIFEST, "its format is not " + FORMAT));
      }
      if (!Json.canonical(manifest).equals(text))
        findings.add(bad(MANIFEST, "it is not canonical"));
      return manifest;
    } catch (Json.Malformed e) {
      findings.add(bad(MANIFEST, "it is no JSON object: " + e.getMessage()));
      return Json.EMPTY;
    }
  }

  private void note(String hash, String batch, List<VerifierKey> keys) throws IOException {
    if (!files.has(NOTE)) {
      findings.add(bad(NOTE, "missing: nobody signed the manifest"));
      return;
    }
    try {
      var note = SignedNote.parse(files.text(NOTE));
      String[] lines = note.text().split("\n", -1);
      if (lines.length != 4 || !lines[0].equals(FORMAT) || !lines[1].equals(batch)) {
        findings.add(bad(NOTE, "it is not the note of this record"));
      } else if (!lines[2].equals(hash)) {
        findings.add(bad(MANIFEST, "it was changed after it was signed"));
      }
      if (keys.stream().noneMatch(note::signedBy)) {
        findings.add(bad(NOTE, "its signature does not fit the text and any key there is"));
      }
    } catch (IllegalArgumentException | IOException e) {
      findings.add(bad(NOTE, "it cannot be read: " + e.getMessage()));
    }
  }

  private void listed(Json.Members manifest) throws IOException {
    Set<String> names = new HashSet<>(files.names());
    names.remove(MANIFEST);
    names.remove(NOTE);
    if (manifest.members().get("files") instanceof Json.Items items) {
      for (Json item : items.items()) {
        if (!(item instanceof Json.Members file)) continue;
        String path = String.valueOf(file.text("path"));
        names.remove(path);
        findings.checked("files", 1);
        String what = compare(path, file);
        if (what != null) findings.add(bad(path, what));
      }
    }
    names.stream().sorted().forEach(n -> findings.add(bad(n, "the manifest does not name it")));
  }

  private @Nullable String compare(String path, Json.Members file) {
    if (!files.has(path)) return "missing";
    var digest = Sha256.digest();
    long bytes = 0;
    try (var in = files.open(path)) {
      var buffer = new byte[65_536];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
        bytes += n;
      }
    } catch (IOException | IllegalArgumentException e) {
      return "it cannot be read: " + e.getMessage();
    }
    if (!Long.toString(bytes).equals(file.text("bytes"))) {
      return "it has " + bytes + " bytes, the manifest says " + file.text("bytes");
    }
    if (!Sha256.hex(digest.digest()).equals(file.text("sha256"))) {
      return "it was changed: its SHA-256 is not the one in the manifest";
    }
    return null;
  }

  private static Finding bad(String file, String what) {
    return Finding.of(Kind.FILE, "file " + file, what);
  }
}
