package io.kizuna.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Acceptance 5 of issue 2: {@code kill -9} of the MES while people work. Whatever was acknowledged
 * is in the record once; what was not is there wholly or not at all, and sending it again makes it
 * once; trail, record and engine agree (R01, RF01, RF02, RF18).
 *
 * <p>{@code -Dkizuna.faults.kills=100} kills more often, {@code -Dkizuna.faults.seed} repeats the
 * moments of a run.
 */
abstract class KilledServerContract {

  private static final int WORKERS = 4;

  /** Answers between two kills: a slow machine is killed later, not before anything happened. */
  private static final int ANSWERS_MAX = 8;

  /** A request takes about as long, so the kill meets every part of it. */
  private static final int AFTER_MS_MAX = 500;

  private static final long PATIENCE_MS = 60_000;

  @TempDir Path folder;

  /** Properties that lead to the database. */
  abstract Map<String, String> database();

  /** A connection while the MES is dead. */
  abstract Connection connection() throws Exception;

  @Test
  void acknowledgedIsKeptAndNothingStandsHalfway() throws Exception {
    long seed = Long.getLong("kizuna.faults.seed", System.nanoTime());
    int kills = Integer.getInteger("kizuna.faults.kills", 10);
    System.out.printf("%s: seed %d, %d kills%n", getClass().getSimpleName(), seed, kills);
    var moments = new Random(seed);
    var ledger = new Ledger();
    var workers = new ArrayList<Worker>();
    for (int i = 0; i < WORKERS; i++) workers.add(new Worker(ledger));
    int applied = 0;
    int lost = 0;
    try (var mes = new MesProcess(folder, database())) {
      mes.start();
      for (int kill = 0; kill < kills; kill++) {
        var people = logIn(mes);
        int answers = ledger.all().size() + 1 + moments.nextInt(ANSWERS_MAX);
        int afterMs = moments.nextInt(AFTER_MS_MAX);
        workUntilKilled(
            mes,
            workers,
            people,
            () -> {
              ledger.await(answers, PATIENCE_MS);
              Thread.sleep(afterMs);
              return null;
            });
        try (var connection = connection()) {
          var stored = new StoredRecord(connection);
          stored.expectEverythingPromised(ledger.all());
          stored.expectNothingHalfDone();
          stored.expectTokensAgree();
          for (var worker : workers) {
            if (worker.pending() == null) continue;
            if (stored.handled(worker.pending())) applied++;
            else lost++;
          }
        }
        mes.start();
      }
      expectValidChains(mes);
    }
    System.out.printf(
        "%s: acknowledged %s; unacknowledged at a kill: %d recorded, %d not%n",
        getClass().getSimpleName(), ledger.counts(), applied, lost);
    assertThat(ledger.all()).as("people got something done").hasSizeGreaterThan(kills);
    assertThat(applied + lost).as("some kills met a request under way").isPositive();
  }

  private static Map<String, Session> logIn(MesProcess mes) throws Exception {
    var people = new LinkedHashMap<String, Session>();
    for (var user : List.of("ito", "tanaka", "sato")) {
      people.put(user, new Session(mes.url(), user));
    }
    return people;
  }

  private static void workUntilKilled(
      MesProcess mes, List<Worker> workers, Map<String, Session> people, Callable<Void> moment)
      throws Exception {
    var threads = Executors.newFixedThreadPool(WORKERS);
    try {
      var running = new ArrayList<Future<Void>>();
      for (var worker : workers) {
        Callable<Void> shift =
            () -> {
              try {
                worker.work(people);
              } catch (IOException gone) {
                // the power went: what was being sent is pending
              }
              return null;
            };
        running.add(threads.submit(shift));
      }
      moment.call();
      mes.kill();
      for (var shift : running) shift.get();
    } finally {
      threads.shutdownNow();
    }
  }

  private void expectValidChains(MesProcess mes) throws Exception {
    var reviewer = new Session(mes.url(), "suzuki");
    for (var batch : reviewer.get("/api/batches?limit=500").path("batches")) {
      String id = batch.path("id").asString();
      var chain = reviewer.get("/api/audit?limit=1&batch=" + id).path("chain");
      assertThat(chain.path("valid").asBoolean()).as("chain of %s: %s", id, chain).isTrue();
    }
  }
}
