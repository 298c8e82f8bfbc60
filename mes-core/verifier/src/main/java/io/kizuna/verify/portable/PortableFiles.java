package io.kizuna.verify.portable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The files of a portable record: a zip, or the folder it was unpacked into. */
final class PortableFiles implements AutoCloseable {

  /** Far above a manifest or a proof; a prepared zip must not fill the memory. */
  private static final int SMALL_MAX = 100_000_000;

  private final @Nullable FileSystem zip;
  private final Path root;

  PortableFiles(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      zip = null;
      root = file;
      return;
    }
    if (!Files.isRegularFile(file)) throw new IOException("there is no file " + file);
    try {
      zip = FileSystems.newFileSystem(file);
      root = zip.getRootDirectories().iterator().next();
    } catch (java.nio.file.ProviderNotFoundException | java.util.zip.ZipError e) {
      throw new IOException(file + " is no zip", e);
    }
  }

  /** Every file, by path with {@code /}. */
  List<String> names() throws IOException {
    var names = new TreeSet<String>();
    try (var all = Files.walk(root)) {
      for (Path p : (Iterable<Path>) all::iterator) {
        if (Files.isRegularFile(p)) names.add(root.relativize(p).toString().replace('\\', '/'));
      }
    }
    return List.copyOf(names);
  }

  /** The files directly in a folder that end so. */
  List<String> in(String folder, String ending) throws IOException {
    var found = new ArrayList<String>();
    for (String name : names()) {
      boolean there = name.startsWith(folder) && name.indexOf('/', folder.length()) < 0;
      if (there && name.endsWith(ending)) found.add(name);
    }
    return found;
  }

  boolean has(String name) {
    return Files.isRegularFile(path(name));
  }

  InputStream open(String name) throws IOException {
    return Files.newInputStream(path(name));
  }

  BufferedReader lines(String name) throws IOException {
    return Files.newBufferedReader(path(name), StandardCharsets.UTF_8);
  }

  byte[] bytes(String name) throws IOException {
    try (var in = open(name)) {
      byte[] bytes = in.readNBytes(SMALL_MAX);
      if (bytes.length == SMALL_MAX) throw new IOException(name + " is too large");
      return bytes;
    }
  }

  String text(String name) throws IOException {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** A name comes from the record: it must not lead out of it. */
  private Path path(String name) {
    Path path = root.resolve(name).normalize();
    return path.startsWith(root) ? path : root.resolve("outside");
  }

  @Override
  public void close() throws IOException {
    if (zip != null) zip.close();
  }
}
