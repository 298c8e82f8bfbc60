package io.kizuna.trail;

import io.kizuna.audit.Notary;
import io.kizuna.notary.Memory;
import io.kizuna.notary.Refused;
import io.kizuna.notary.SigningKey;
import io.kizuna.notary.VerifierKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The same notary within the server, for the demonstration only: whoever holds the server holds its
 * key.
 */
final class EmbeddedNotary implements Notary, AutoCloseable {

  private final Memory memory;
  private final io.kizuna.notary.Notary notary;

  EmbeddedNotary(DataSource database, Path folder, String name, Clock clock) throws IOException {
    var key = SigningKey.loadOrCreate(folder.resolve("notary.pem"), name);
    this.memory = Memory.open(folder);
    this.notary = new io.kizuna.notary.Notary(database::getConnection, key, memory, clock, null);
  }

  @Override
  public Answer sign(long epoch, long size) {
    try {
      return new Answer.Signed(notary.sign(epoch, size));
    } catch (Refused e) {
      return new Answer.Refused(e.rule().name(), e.found(), e.needed());
    } catch (SQLException | IOException e) {
      return new Answer.Away(e.toString());
    }
  }

  @Override
  public Optional<Mark> last() {
    return Optional.ofNullable(notary.last()).map(s -> new Mark(s.epoch(), s.size(), s.root()));
  }

  @Override
  public List<VerifierKey> keys() {
    return List.of(notary.key());
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
