package io.kizuna.gxp;

import io.kizuna.gxp.UnfitForUse.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.PropertyResolver;

/**
 * Without a notary and anchors outside its reach a server could rewrite its own trail (R06, T01).
 */
final class TrailRules {

  private static final String TRAIL = "kizuna.trail.";

  private TrailRules() {}

  static List<Finding> of(PropertyResolver settings) {
    var findings = new ArrayList<Finding>();
    String url = settings.getProperty(TRAIL + "notary.url");
    if (url == null || !(url.startsWith("https://") || url.startsWith("http://"))) {
      findings.add(missing("notary.url", "where kizuna-notary.jar listens, a process of its own"));
    }
    needFile(settings, "notary.key", "the notary's public key (.vkey), brought by hand", findings);
    needFile(settings, "notary.token-file", "the file the notary made for its callers", findings);
    if (settings.getProperty(TRAIL + "anchor.directory") == null) {
      findings.add(
          missing("anchor.directory", "a folder others keep, where files can only be added"));
    }
    return findings;
  }

  private static void needFile(
      PropertyResolver settings, String name, String needed, List<Finding> findings) {
    String file = settings.getProperty(TRAIL + name);
    if (file == null) {
      findings.add(missing(name, needed));
    } else if (!Files.isReadable(Path.of(file))) {
      findings.add(new Finding("R06", TRAIL + name + "=" + file + ", not readable", needed));
    }
  }

  private static Finding missing(String name, String needed) {
    return new Finding("R06", "no " + TRAIL + name, needed);
  }
}
