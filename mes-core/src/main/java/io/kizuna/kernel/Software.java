package io.kizuna.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the MES this is; the build writes it. */
public final class Software {

  /** For example {@code 1.4.0}. */
  public static final String VERSION = read();

  private Software() {}

  private static String read() {
    var properties = new Properties();
    try (var in = Software.class.getResourceAsStream("software.properties")) {
      if (in == null) throw new IllegalStateException("the build left out software.properties");
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
