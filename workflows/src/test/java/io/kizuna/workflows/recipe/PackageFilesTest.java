package io.kizuna.workflows.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kizuna.recipe.RecipeRejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageFilesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../recipe.yaml",
        "/etc/recipe.yaml",
        "a/recipe.yaml",
        "..\\recipe.yaml",
        "C:recipe.yaml",
        "recipe.yaml/",
        "recipe.class",
        "recipe.js",
        "Recipe.yaml",
        "re cipe.yaml",
        ".yaml",
        "レシピ.yaml"
      })
  void onlyPlainNamesAreAllowed(String name) throws IOException {
    byte[] zip = zip(name, "x".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> PackageFiles.ofZip(zip)).isInstanceOf(RecipeRejected.class);
  }

  @Test
  void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] zip = zip("recipe.yaml", new byte[200_000_000]);
    assertThat(zip.length).isLessThan(1_000_000);
    assertThatThrownBy(() -> PackageFiles.ofZip(zip)).isInstanceOf(RecipeRejected.class);
  }

  @Test
  void manyFilesAndMuchDataAreRefused() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 300; i++) {
        zip.putNextEntry(new ZipEntry("f" + i + ".yaml"));
        zip.write(new byte[10]);
      }
    }
    assertThatThrownBy(() -> PackageFiles.ofZip(out.toByteArray()))
        .isInstanceOf(RecipeRejected.class);
  }

  // Whatever is uploaded, the answer is a list of faults.
  @Test
  void noiseIsRefused() {
    var random = new Random(7);
    byte[] sound = new PackageFixture().build().zip();
    for (int i = 0; i < 300; i++) {
      byte[] noise = i < 100 ? new byte[random.nextInt(400)] : sound.clone();
      if (i < 100) random.nextBytes(noise);
      else
        for (int k = 0; k < 20; k++) noise[random.nextInt(noise.length)] ^= 1 << random.nextInt(8);
      try {
        new RecipeChecker().check(noise);
      } catch (RecipeRejected e) {
        assertThat(e.faults()).isNotEmpty();
      }
    }
  }

  @Test
  void theHashKnowsContentAndNamesAndNothingElse() {
    var one = new PackageFixture().build();
    assertThat(PackageFiles.ofZip(one.zip()).hash()).isEqualTo(one.hash());
    assertThat(new PackageFixture().change("recipe.yaml", "Demo", "demo").build().hash())
        .isNotEqualTo(one.hash());
  }

  @Test
  void onlyUtf8IsText() throws IOException {
    var files = new PackageFixture().build();
    files.files().put("recipe.yaml", new byte[] {(byte) 0xc3, (byte) 0x28});
    assertThatThrownBy(() -> new RecipeChecker().check(files.zip()))
        .isInstanceOfSatisfying(
            RecipeRejected.class,
            e -> assertThat(e.faults()).anyMatch(f -> f.rule().contains("UTF-8")));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }
}
