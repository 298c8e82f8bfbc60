package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.format.Json;
import io.kizuna.verify.format.PackageHash;
import io.kizuna.verify.format.Sha256;
import io.kizuna.verify.source.Row;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Section 2a: the frozen recipe of a batch is the one that was approved (R48). */
public final class RecipeCheck {

  private record Version(String packageHash, String model) {}

  private final Findings findings;
  private final Map<String, Version> versions = new HashMap<>();

  private @Nullable String packageHash;

  public RecipeCheck(Findings findings) {
    this.findings = findings;
  }

  /** The files of the package beside the record. */
  public void files(SortedMap<String, byte[]> files) {
    packageHash = PackageHash.of(files);
  }

  /** A row of {@code recipe_version} or {@code batch}; versions come first. */
  public void row(Row row) {
    if (row.table().equals("recipe_version")) version(row);
    if (row.table().equals("batch")) batch(row);
  }

  private void version(Row row) {
    String id = row.get("id");
    versions.put(id, new Version(row.get("package_hash"), row.get("model")));
    findings.checked("recipe versions", 1);
    String zip = row.get("package_zip");
    if (!zip.startsWith("\\x")) return;
    try {
      String hash = PackageHash.of(PackageHash.files(Sha256.bytes(zip.substring(2))));
      if (!hash.equals(row.get("package_hash"))) {
        findings.addLater(
            bad("recipe " + id, "its files do not give the hash its approver signed"));
      }
    } catch (IOException e) {
      findings.addLater(bad("recipe " + id, "its package cannot be read: " + e.getMessage()));
    }
  }

  private void batch(Row row) {
    String place = "batch " + row.get("number") + " (" + row.get("id") + ")";
    var version = versions.get(row.get("recipe_version"));
    String packed = packageHash;
    if (packed != null && !packed.equals(row.get("recipe_hash"))) {
      findings.addLater(bad(place, "its recipe hash is not that of the files under recipe/"));
    }
    if (version == null && packed != null) return;
    if (version == null) {
      findings.addLater(bad(place, "the recipe version it was made from is not there"));
      return;
    }
    if (!version.packageHash().equals(row.get("recipe_hash"))) {
      findings.addLater(bad(place, "its recipe hash is not that of the version it was made from"));
    }
    try {
      String difference =
          difference("", Json.read(version.model()), Json.read(row.get("control_recipe")));
      if (difference != null) {
        findings.addLater(bad(place, "its frozen recipe is not the approved one: " + difference));
      }
    } catch (Json.Malformed e) {
      findings.addLater(
          bad(place, "its frozen recipe or the approved one is no JSON: " + e.getMessage()));
    }
  }

  /** The first place where the frozen recipe differs from the approved one. */
  private static @Nullable String difference(
      String path, @Nullable Json approved, @Nullable Json frozen) {
    if (approved instanceof Json.Members a && frozen instanceof Json.Members f) {
      var names = new TreeSet<>(a.members().keySet());
      names.addAll(f.members().keySet());
      for (String name : names) {
        String d = difference(path + "/" + name, a.members().get(name), f.members().get(name));
        if (d != null) return d;
      }
      return null;
    }
    if (approved instanceof Json.Items a
        && frozen instanceof Json.Items f
        && a.items().size() == f.items().size()) {
      for (int i = 0; i < a.items().size(); i++) {
        String d = difference(path + "/" + i, a.items().get(i), f.items().get(i));
        if (d != null) return d;
      }
      return null;
    }
    // a later version of the software may write an empty member the earlier one left out
    if (approved == null && frozen != null && EMPTY.contains(Json.canonical(frozen))) return null;
    if (approved != null && approved.equals(frozen)) return null;
    return path + " is " + word(frozen) + ", approved " + word(approved);
  }

  private static final java.util.Set<String> EMPTY = java.util.Set.of("[]", "{}", "false", "null");

  private static String word(@Nullable Json value) {
    if (value == null) return "nothing";
    String text = Json.canonical(value);
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }

  private static Finding bad(String place, String what) {
    return Finding.of(Kind.RECIPE, place, what);
  }
}
