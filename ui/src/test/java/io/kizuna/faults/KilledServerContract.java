package io.kizuna.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while people work: of the MES, of PostgreSQL, of both. Whatever was acknowledged
 * is in the record once; what was not is there wholly or not at all, and sending it again makes it
 * once; trail, record and engine agree after every kill (R01, R78, RF01, RF02, RF04, RF18).
 *
 * <p>{@code -Dkizuna.faults.kills=100} kills more often ({@code node kizuna.mjs kills}), {@code
 * -Dkizuna.faults.seed} repeats the moments of a run.
 */
abstract class KilledServerContract {

  private static final int WORKERS = 4;

  /** Answers between two kills: a slow machine is killed later, not before anything happened. */
  private static final int ANSWERS_MAX = 8;

  /** A request takes about as long, so the kill meets every part of it. */
  private static final int AFTER_MS_MAX = 500;

  private static final long PATIENCE_MS = 60_000;

  /** A new database after as many: a site has no more bioreactors and check words than that. */
  private static final int KILLS_OF_ONE_DATABASE = 25;

  @TempDir Path folder;

  private final Random moments = new Random(seed());
  private final Ledger everything = new Ledger();
  private final Recovery recovery = new Recovery();
  private int applied;
  private int lost;

  private long seed() {
    long seed = Long.getLong("kizuna.faults.seed", System.nanoTime());
    System.out.printf("%s: seed %d%n", getClass().getSimpleName(), seed);
    return seed;
  }

  /** Begins with an empty database in {@code place}; returns properties that lead to it. */
  abstract Map<String, String> database(Path place) throws Exception;

  /**
   * A connection to it.
   *
   * @param idle wait until nobody else is connected: what a dead MES sent may still be committed.
   */
  abstract Connection connection(boolean idle) throws Exception;

  /** Kills what this test is about; {@code moments} decides where there is a choice. */
  abstract void kill(MesProcess mes, Random moments) throws Exception;

  /** Starts the database again if it was killed. */
  abstract void startDatabase() throws Exception;

  /** When everything with this database is over. */
  abstract void over() throws Exception;

  @Test
  void acknowledgedIsKeptAndNothingStandsHalfway() throws Exception {
    int kills = Integer.getInteger("kizuna.faults.kills", 6);
    for (int done = 0; done < kills; done += KILLS_OF_ONE_DATABASE) {
      var place = Files.createDirectory(folder.resolve("from-kill-" + done));
      try (var mes = new MesProcess(place, database(place))) {
        killAndCheck(mes, Math.min(KILLS_OF_ONE_DATABASE, kills - done));
      } finally {
        over();
      }
    }
    System.out.printf(
        "%s: %d kills; %d acknowledged %s: lost 0, twice 0, half done 0, chains whole after each;"
            + " unanswered at a kill: %d recorded, %d not; until work went on: %s%n",
        getClass().getSimpleName(),
        kills,
        everything.all().size(),
        everything.counts(),
        applied,
        lost,
        recovery);
    assertThat(everything.all()).as("people got something done").hasSizeGreaterThan(kills);
    assertThat(applied + lost).as("some kills met a request under way").isPositive();
  }

  private void killAndCheck(MesProcess mes, int kills) throws Exception {
    var ledger = new Ledger();
    var units = new AtomicInteger();
    var workers = Stream.generate(() -> new Worker(ledger, units)).limit(WORKERS).toList();
    mes.start();
    for (int kill = 0; kill < kills; kill++) {
      try (var shift = new Shift(workers, logIn(mes))) {
        ledger.await(ledger.all().size() + 1 + moments.nextInt(ANSWERS_MAX), PATIENCE_MS);
        Thread.sleep(moments.nextInt(AFTER_MS_MAX));
        kill(mes, moments);
        shift.untilNobodyGetsAnswers();
      }
      long stood = System.nanoTime();
      startDatabase();
      stood = System.nanoTime() - stood;
      check(mes, workers, ledger);
      recovery.took(stood + workOn(mes, workers, ledger));
    }
    expectValidChains(mes);
    mes.kill(); // on H2 nobody else can read while it lives
    check(mes, List.of(), ledger);
    ledger.all().forEach(everything::acknowledged);
  }

  private void check(MesProcess mes, List<Worker> workers, Ledger ledger) throws Exception {
    try (var connection = connection(!mes.alive())) {
      var stored = new StoredRecord(connection);
      stored.expectEverythingPromised(ledger.all());
      stored.expectNothingHalfDone();
      stored.expectTokensAgree();
      stored.expectChainsRecompute();
      for (var worker : workers) {
        if (worker.pending() == null) continue;
        if (stored.handled(worker.pending())) applied++;
        else lost++;
      }
    }
  }

  /** Starts the MES if it is dead and works until the first answer; returns the nanoseconds. */
  private static long workOn(MesProcess mes, List<Worker> workers, Ledger ledger) throws Exception {
    int before = ledger.all().size();
    long began = System.nanoTime();
    if (!mes.alive()) mes.start();
    try (var shift = new Shift(workers, logIn(mes))) {
      ledger.await(before + 1, PATIENCE_MS);
      long took = System.nanoTime() - began;
      shift.stop();
      assertThat(ledger.all()).as("work goes on after a kill").hasSizeGreaterThan(before);
      return took;
    }
  }

  private static Map<String, Session> logIn(MesProcess mes) throws Exception {
    var people = new LinkedHashMap<String, Session>();
    for (var user : List.of("ito", "tanaka", "sato")) {
      people.put(user, new Session(mes.url(), user));
    }
    return people;
  }

  private static void expectValidChains(MesProcess mes) throws Exception {
    var reviewer = new Session(mes.url(), "suzuki");
    for (var batch : reviewer.get("/api/batches?limit=500").path("batches")) {
      String id = batch.path("id").asString();
      var chain = reviewer.get("/api/audit/chain?batch=" + id);
      assertThat(chain.path("valid").asBoolean()).as("chain of %s: %s", id, chain).isTrue();
    }
  }
}
