package io.kizuna.portable.internal;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip that knows the size and the hash of each of its files; one file is open at a time. */
final class RecordZip implements Closeable {

  /** Times of files say where and when somebody worked; the record says what counts. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private record Entry(String path, long bytes, String sha256) {}

  private final ZipOutputStream zip;
  private final List<Entry> entries = new ArrayList<>();

  RecordZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** Where a public key is; its name may have characters no file name should. */
  static String keyFile(String name) {
    return "keys/" + name.replaceAll("[^A-Za-z0-9._-]", "_") + ".vkey";
  }

  /** A file of the zip, written until it is closed. */
  OutputStream open(String path) throws IOException {
    var entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    return new Part(path, new DigestOutputStream(zip, sha256()));
  }

  void text(String path, String text) throws IOException {
    bytes(path, text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(String path, byte[] bytes) throws IOException {
    try (var part = open(path)) {
      part.write(bytes);
    }
  }

  /** Every file so far, by path, as the manifest lists them. */
  List<Map<String, String>> list() {
    return entries.stream()
        .sorted(Comparator.comparing(Entry::path))
        .map(
            e -> {
              Map<String, String> line = new LinkedHashMap<>();
              line.put("path", e.path());
              line.put("bytes", Long.toString(e.bytes()));
              line.put("sha256", e.sha256());
              return line;
            })
        .toList();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private final class Part extends FilterOutputStream {

    private final String path;
    private final DigestOutputStream digest;
    private long bytes;
    private boolean closed;

    Part(String path, DigestOutputStream digest) {
      super(digest);
      this.path = path;
      this.digest = digest;
    }

    @Override
    public void write(int b) throws IOException {
      digest.write(b);
      bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) throws IOException {
      digest.write(b, offset, length);
      bytes += length;
    }

    @Override
    public void close() throws IOException {
      if (closed) return;
      closed = true;
      zip.closeEntry();
      String hash = HexFormat.of().formatHex(digest.getMessageDigest().digest());
      entries.add(new Entry(path, bytes, hash));
    }
  }
}
