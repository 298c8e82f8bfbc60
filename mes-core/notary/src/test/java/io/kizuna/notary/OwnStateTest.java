package io.kizuna.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the notary keeps for itself: its key and what it signed. */
class OwnStateTest {

  private static final Memory.Signed FIRST =
      new Memory.Signed(1, 3, "ab".repeat(32), Instant.parse("2026-11-22T20:00:00Z"));
  private static final Memory.Signed SECOND =
      new Memory.Signed(1, 5, "cd".repeat(32), Instant.parse("2026-11-22T20:01:00.5Z"));

  @TempDir Path folder;

  @Test
  void keyIsMadeOnceForItsOwnerOnly() throws Exception {
    Path file = folder.resolve("notary.pem");
    var made = SigningKey.loadOrCreate(file, "site.example/trail");
    var read = SigningKey.loadOrCreate(file, "another.name");
    assertThat(read.verifier()).isEqualTo(made.verifier());
    assertThat(Files.readString(folder.resolve("notary.vkey")).strip())
        .isEqualTo(made.verifier().toString())
        .startsWith("site.example/trail+");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  // R79: a key others can read signs for them as well.
  @Test
  void keyThatOthersCanReadIsRefused() throws Exception {
    Path file = folder.resolve("notary.pem");
    SigningKey.loadOrCreate(file, "site.example/trail");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> SigningKey.loadOrCreate(file, "site.example/trail"))
        .hasMessageContaining("needed: mode 600");
  }

  @Test
  void publicKeyOfAnotherIsNoticed() throws Exception {
    Path file = folder.resolve("notary.pem");
    SigningKey.loadOrCreate(file, "site.example/trail");
    SigningKey.loadOrCreate(folder.resolve("other.pem"), "site.example/trail");
    Files.copy(
        folder.resolve("other.vkey"),
        folder.resolve("notary.vkey"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> SigningKey.loadOrCreate(file, "site.example/trail"))
        .hasMessageContaining("do not belong together");
  }

  @Test
  void memoryHoldsTheLastThatWasSigned() throws Exception {
    try (var memory = Memory.open(folder)) {
      assertThat(memory.last()).isNull();
      memory.add(FIRST);
      memory.add(SECOND);
    }
    try (var memory = Memory.open(folder)) {
      assertThat(memory.last()).isEqualTo(SECOND);
    }
  }

  // Killed while it wrote: nobody has that signature, so it was never given.
  @Test
  void tornLineIsForgotten() throws Exception {
    try (var memory = Memory.open(folder)) {
      memory.add(FIRST);
    }
    Path file = folder.resolve("signed.log");
    Files.writeString(file, "1 5 cdcd", StandardOpenOption.APPEND);
    try (var memory = Memory.open(folder)) {
      assertThat(memory.last()).isEqualTo(FIRST);
      memory.add(SECOND);
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
    try (var memory = Memory.open(folder)) {
      assertThat(memory.last()).isEqualTo(SECOND);
    }
  }

  @Test
  void memoryIsOfOneNotaryAtATime() throws Exception {
    var memory = Memory.open(folder);
    assertThatThrownBy(() -> Memory.open(folder)).hasMessageContaining("in use");
    memory.close();
  }
}
