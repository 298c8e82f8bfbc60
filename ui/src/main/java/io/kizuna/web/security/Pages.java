package io.kizuna.web.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Serves the one HTML page with a fresh nonce; the router in the browser does the rest. */
@Controller
class Pages {

  /** For everything that is not a page: answers are data and run nothing. */
  static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

  private static final String PAGE_POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-%s';"
          + " style-src-attr 'none'; img-src 'self' data:; font-src 'self' data:;"
          + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

  private static final String PLACEHOLDER = "__CSP_NONCE__";

  private final SecureRandom random = new SecureRandom();
  private final String page;

  Pages() {
    this.page = read();
  }

  private static String read() {
    var resource = new ClassPathResource("META-INF/resources/index.html");
    if (!resource.exists()) return "<!doctype html><title>Kizuna MES</title>built without pages";
    try {
      return resource.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @GetMapping({
    "/",
    "/index.html",
    "/login",
    "/lock",
    "/work",
    "/batches",
    "/b/**",
    "/review",
    "/review/**",
    "/equipment",
    "/equipment/**",
    "/orders",
    "/orders/**",
    "/recipes",
    "/recipes/**",
    "/audit",
    "/audit/**",
    "/people",
    "/access",
    "/clock"
  })
  ResponseEntity<String> page(HttpServletResponse response) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", PAGE_POLICY.formatted(nonce))
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(page.replace(PLACEHOLDER, nonce));
  }
}
