package io.kizuna.gxp;

import io.kizuna.gxp.UnfitForUse.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which storage keeps what was acknowledged (R79); measured in requirements.md D.6. */
final class StorageRules {

  /** Settings of PostgreSQL without which an acknowledged record can be lost or damaged unseen. */
  static final List<String> SETTINGS =
      List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums");

  private static final String PRODUCT = "PostgreSQL";

  private StorageRules() {}

  static boolean isPostgres(String product) {
    return product.equals(PRODUCT);
  }

  static List<Finding> ofProduct(String product) {
    if (isPostgres(product)) return List.of();
    return List.of(new Finding("R79", "the database " + product, PRODUCT));
  }

  /**
   * @param settings as {@code SHOW} prints them; every other value than {@code off} keeps at least
   *     the local disk in the promise.
   */
  static List<Finding> ofSettings(Map<String, String> settings) {
    var findings = new ArrayList<Finding>();
    for (String name : SETTINGS) {
      String value = settings.getOrDefault(name, "unknown");
      if (value.equals("off") || value.equals("unknown")) {
        findings.add(new Finding("R79", name + "=" + value, name + "=on"));
      }
    }
    return findings;
  }
}
