package io.kizuna.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Everybody at work at once, until the answers stop or the shift ends. */
final class Shift implements AutoCloseable {

  private final List<Worker> workers;
  private final ExecutorService threads;
  private final List<Future<Void>> running = new ArrayList<>();

  Shift(List<Worker> workers, Map<String, Session> people) {
    this.workers = workers;
    threads = Executors.newFixedThreadPool(workers.size());
    workers.forEach(Worker::begin);
    for (var worker : workers) {
      Callable<Void> work =
          () -> {
            try {
              worker.work(people);
            } catch (IOException gone) {
              // the power went: what was being sent is pending
            }
            return null;
          };
      running.add(threads.submit(work));
    }
  }

  /** Everything is dead: returns when each worker has noticed. */
  void untilNobodyGetsAnswers() throws Exception {
    for (var work : running) work.get();
  }

  /** Returns when each worker has the answer to what it was sending. */
  void stop() throws Exception {
    workers.forEach(Worker::rest);
    untilNobodyGetsAnswers();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
