package io.kizuna.workflows.recipe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Recipe packages that lie as folders {@code recipes/<product>/<version>} on the class path. */
public final class ShippedFolder {

  private ShippedFolder() {}

  /** Every shipped package as a zip, in the order of product and version. */
  public static List<byte[]> all() {
    Map<String, Map<String, byte[]>> packages = new TreeMap<>();
    try {
      var resolver = new PathMatchingResourcePatternResolver(ShippedFolder.class.getClassLoader());
      for (Resource file : resolver.getResources("classpath*:recipes/*/*/*.*")) {
        String[] path = file.getURL().getPath().split("/");
        String folder = path[path.length - 3] + "/" + path[path.length - 2];
        packages
            .computeIfAbsent(folder, f -> new TreeMap<>())
            .put(path[path.length - 1], file.getContentAsByteArray());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packages.values().stream().map(files -> new PackageFiles(files).zip()).toList();
  }
}
