package io.kizuna.notary;

import io.kizuna.notary.Memory.Signed;
import io.kizuna.notary.Refused.Rule;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Signs a checkpoint only if the log in the database extends the one it signed last, and if every
 * leaf fits the chain it names. It trusts nothing the product says: the request is a size.
 */
public final class Notary {

  /** Up to here the whole log is read again for each signature: some tenths of a second. */
  private static final long WHOLE_LEAVES_MAX = 20_000;

  /** Above, only what is new; and the whole log again after this time, and after every start. */
  private static final Duration WHOLE_EVERY = Duration.ofMinutes(15);

  private final Database database;
  private final SigningKey key;
  private final Memory memory;
  private final Clock clock;
  private final @Nullable VerifierKey predecessor;

  /** What was read before; null until the log was read as a whole. */
  private @Nullable LogCheck known;

  private long wholeAt;

  /** Gives a connection of its own, with a login that can only read. */
  public interface Database {
    Connection open() throws SQLException;
  }

  /**
   * @param predecessor the key a notary before this one signed with; null if there was none.
   */
  public Notary(
      Database database,
      SigningKey key,
      Memory memory,
      Clock clock,
      @Nullable VerifierKey predecessor) {
    this.database = database;
    this.key = key;
    this.memory = memory;
    this.clock = clock;
    this.predecessor = predecessor;
  }

  public VerifierKey key() {
    return key.verifier();
  }

  /** What it signed last; null if nothing yet. */
  public @Nullable Signed last() {
    return memory.last();
  }

  /**
   * Signs the first {@code size} leaves of an epoch; asked for the same again, it gives the same.
   *
   * @return the signed note.
   * @throws Refused if the database does not hold what it must.
   * @throws SQLException if the database cannot be read now.
   */
  public synchronized String sign(long epoch, long size) throws Refused, SQLException, IOException {
    if (epoch < 1 || size < 1) {
      throw new IllegalArgumentException("epoch " + epoch + ", size " + size);
    }
    try (Connection connection = database.open()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        return signed(epoch, size, new TrailReader(connection));
      } finally {
        connection.rollback();
      }
    }
  }

  private String signed(long epoch, long size, TrailReader reader)
      throws Refused, SQLException, IOException {
    Signed last = memory.last();
    if (last == null) last = adopted(reader);
    requireEpoch(epoch, last, reader);
    Signed before = last != null && last.epoch() == epoch ? last : null;
    if (before != null && size < before.size()) {
      throw new Refused(
          Rule.LOG_ROLLED_BACK,
          size + " leaves; missing are " + size + " to " + (before.size() - 1),
          before.size() + " leaves, which were signed " + before.time());
    }
    LogCheck check = read(epoch, size, before, reader);
    if (before != null && before.size() == size) return note(before);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var signed = new Signed(epoch, size, check.root(), now);
    memory.add(signed);
    return note(signed);
  }

  private LogCheck read(long epoch, long size, @Nullable Signed before, TrailReader reader)
      throws Refused, SQLException {
    LogCheck earlier = known;
    boolean goesOn =
        earlier != null
            && before != null
            && earlier.epoch() == epoch
            && earlier.size() == before.size()
            && size > WHOLE_LEAVES_MAX
            && System.nanoTime() - wholeAt < WHOLE_EVERY.toNanos();
    long started = System.nanoTime();
    LogCheck check = goesOn && earlier != null ? earlier.copy() : new LogCheck(epoch);
    check.readTo(size, before, reader);
    if (!goesOn) wholeAt = started;
    known = check;
    return check;
  }

  /**
   * A notary without a memory goes on from a checkpoint only if it, or its predecessor, made it.
   */
  private @Nullable Signed adopted(TrailReader reader) throws SQLException, Refused {
    String text = reader.newestNote();
    if (text == null) return null;
    var note = SignedNote.parse(text);
    if (note.isSignedBy(key.verifier()) || (predecessor != null && note.isSignedBy(predecessor))) {
      var c = Checkpoint.parse(note.text());
      return new Signed(c.epoch(), c.size(), c.root(), c.time());
    }
    throw new Refused(
        Rule.FOREIGN_CHECKPOINT,
        "a checkpoint signed by " + note.lines().get(0).keyName() + " and an empty memory",
        "the memory of this notary, or the public key of the one before (--previous-key)");
  }

  private void requireEpoch(long epoch, @Nullable Signed last, TrailReader reader)
      throws SQLException, Refused {
    long expected = last == null ? 1 : last.epoch();
    if (epoch == expected) return;
    if (last == null || epoch != last.epoch() + 1) {
      throw new Refused(Rule.EPOCH_WRONG, "epoch " + epoch, "epoch " + expected);
    }
    String statement = reader.statement(epoch);
    // Canonical JSON has one way to say it.
    String size = "\"anchoredSize\":{\"after\":\"" + last.size() + "\"}";
    String root = "\"anchoredRoot\":{\"after\":\"" + last.root() + "\"}";
    if (statement != null
        && statement.contains(size)
        && statement.contains(root)
        && statement.contains("\"signature\":\"")) {
      return;
    }
    throw new Refused(
        Rule.EPOCH_NOT_STATED,
        statement == null ? "no statement for epoch " + epoch : "a statement of another log",
        "a signed event trail.restored that names size " + last.size() + ", root " + last.root());
  }

  private String note(Signed s) {
    var text =
        new Checkpoint(key.verifier().name(), s.size(), s.root(), s.epoch(), s.time()).text();
    return SignedNote.sign(text, key).toString();
  }
}
