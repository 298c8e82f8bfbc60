package io.kizuna.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** A page that is opened by its address, or read again, is the page a link leads to. */
class PagesTest {

  private static final Path FEATURES = Path.of("frontend/src/features");
  private static final Pattern ROUTE = Pattern.compile("path: '([^']+)'");

  @Test
  void everyPageOfTheRouterIsServed() throws Exception {
    var mapping =
        Pages.class
            .getDeclaredMethod("page", HttpServletResponse.class)
            .getAnnotation(GetMapping.class);
    var served =
        Arrays.stream(mapping.value()).map(PathPatternParser.defaultInstance::parse).toList();
    var routes = routes();
    assertThat(routes).contains("/work", "/b/$batchId/record").hasSizeGreaterThan(10);
    for (String route : routes) {
      var address = PathContainer.parsePath(route.replaceAll("\\$\\w+", "x"));
      assertThat(served).describedAs(route).anyMatch(p -> p.matches(address));
    }
  }

  private static List<String> routes() throws IOException {
    try (var files = Files.walk(FEATURES)) {
      return files
          .filter(f -> f.endsWith("routes.ts"))
          .flatMap(f -> ROUTE.matcher(read(f)).results())
          .map(m -> m.group(1))
          .toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
