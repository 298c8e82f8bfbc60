package io.kizuna.gxp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageRulesTest {

  private static Map<String, String> safe() {
    return new HashMap<>(
        Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "data_checksums", "on"));
  }

  @Test
  void safePostgresqlIsFit() {
    assertThat(StorageRules.ofProduct("PostgreSQL")).isEmpty();
    assertThat(StorageRules.ofSettings(safe())).isEmpty();
  }

  // A standby that must confirm as well promises more, not less.
  @ParameterizedTest
  @ValueSource(strings = {"remote_apply", "remote_write", "local"})
  void commitThatReachesADiskIsFit(String value) {
    var settings = safe();
    settings.put("synchronous_commit", value);
    assertThat(StorageRules.ofSettings(settings)).isEmpty();
  }

  // R79: each alone is enough to lose what was acknowledged, or to keep it damaged.
  @ParameterizedTest
  @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes", "data_checksums"})
  void eachUnsafeSettingAloneIsRefused(String name) {
    var settings = safe();
    settings.put(name, "off");
    assertThat(StorageRules.ofSettings(settings))
        .containsExactly(new UnfitForUse.Finding("R79", name + "=off", name + "=on"));
    settings.remove(name);
    assertThat(StorageRules.ofSettings(settings)).as("unknown is not safe").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"H2", "MySQL", ""})
  void otherProductIsRefused(String product) {
    assertThat(StorageRules.ofProduct(product)).hasSize(1);
  }
}
