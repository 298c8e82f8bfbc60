package io.kizuna.verify.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** Section 2a: the hash of a recipe package, over names and contents in order of the names. */
public final class PackageHash {

  /** Far above what the product takes; a zip must not fill the memory. */
  private static final int BYTES_MAX = 50_000_000;

  private PackageHash() {}

  /** 64 hex digits. */
  public static String of(SortedMap<String, byte[]> files) {
    var digest = Sha256.digest();
    files.forEach(
        (name, bytes) -> {
          add(digest, name.getBytes(StandardCharsets.UTF_8));
          add(digest, bytes);
        });
    return Sha256.hex(digest.digest());
  }

  /** The files of a zipped package. */
  public static SortedMap<String, byte[]> files(byte[] zip) throws IOException {
    var files = new TreeMap<String, byte[]>();
    int left = BYTES_MAX;
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readNBytes(left);
        left -= bytes.length;
        if (left == 0) throw new IOException("the package is larger than 50 MB");
        files.put(entry.getName(), bytes);
      }
    }
    return files;
  }

  private static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }
}
