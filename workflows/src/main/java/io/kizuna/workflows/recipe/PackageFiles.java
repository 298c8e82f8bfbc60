package io.kizuna.workflows.recipe;

import io.kizuna.recipe.RecipeFault;
import io.kizuna.recipe.RecipeRejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The files of one recipe package: flat, few, small and text. A zip may come from anywhere, so
 * names and sizes are checked while it is read (T09, T10).
 *
 * @param files file name to its bytes, sorted.
 */
record PackageFiles(Map<String, byte[]> files) {

  /** car-t-lv has 21 files, the largest 60 kB; ten times that is still read in a second. */
  private static final int FILES_MAX = 200;

  private static final int FILE_BYTES_MAX = 1_000_000;
  private static final int TOTAL_BYTES_MAX = 5_000_000;
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,80}\\.(yaml|bpmn)");

  /**
   * @throws RecipeRejected if it is not a zip of allowed files.
   */
  static PackageFiles ofZip(byte[] zip) {
    var files = new TreeMap<String, byte[]>();
    int total = 0;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        if (!NAME.matcher(name).matches()) {
          throw rejected("only .yaml and .bpmn files without folders are allowed", name);
        }
        byte[] bytes = in.readNBytes(FILE_BYTES_MAX + 1);
        total += bytes.length;
        if (bytes.length > FILE_BYTES_MAX) throw rejected("the file is larger than 1 MB", name);
        if (total > TOTAL_BYTES_MAX) throw rejected("the package is larger than 5 MB", name);
        if (files.put(name, bytes) != null) throw rejected("the file is there twice", name);
        if (files.size() > FILES_MAX) throw rejected("the package has more than 200 files", name);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw rejected("the zip cannot be read: " + e.getMessage(), "");
    }
    if (files.isEmpty()) throw rejected("not a zip of recipe files", "");
    return new PackageFiles(files);
  }

  /** The same files as a zip; the same files always give the same bytes. */
  byte[] zip() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** SHA-256 over names and contents in order, each with its length before it. */
  String hash() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var file : files.entrySet()) {
        add(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
        add(digest, file.getValue());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text of a file, or a fault if it is not UTF-8. */
  String text(String name, Faults faults) {
    byte[] bytes = files.getOrDefault(name, new byte[0]);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      faults.add(name, 1, "the file is not UTF-8 text");
      return "";
    }
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static RecipeRejected rejected(String rule, String name) {
    return new RecipeRejected(
        List.of(new RecipeFault(name.isEmpty() ? "package" : name, 1, rule, name, null)));
  }
}
