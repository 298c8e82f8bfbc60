package io.kizuna.verify;

import io.kizuna.verify.check.EventCheck;
import io.kizuna.verify.check.EventCheck.Checked;
import io.kizuna.verify.source.Cursor;
import io.kizuna.verify.source.Event;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Events looked at by two threads while a third reads on; they come out in the order they went in.
 */
final class Parallel implements Cursor<Checked> {

  private static final int THREADS = 2;
  private static final int CHUNK = 500;

  /** Chunks under way: enough to keep the threads busy, a few megabytes in memory. */
  private static final int AHEAD = 8;

  private final Cursor<Event> events;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            var thread = new Thread(task, "check");
            thread.setDaemon(true);
            return thread;
          });
  private final ArrayDeque<Future<List<Checked>>> under = new ArrayDeque<>();
  private Iterator<Checked> current = List.<Checked>of().iterator();
  private boolean read;

  Parallel(Cursor<Event> events) {
    this.events = events;
  }

  @Override
  public @Nullable Checked next() throws IOException {
    while (!current.hasNext()) {
      while (!read && under.size() < AHEAD) submit();
      var oldest = under.poll();
      if (oldest == null) return null;
      current = result(oldest).iterator();
    }
    return current.next();
  }

  private void submit() throws IOException {
    var chunk = new ArrayList<Event>(CHUNK);
    while (chunk.size() < CHUNK) {
      Event event = events.next();
      if (event == null) {
        read = true;
        break;
      }
      chunk.add(event);
    }
    if (chunk.isEmpty()) return;
    Callable<List<Checked>> work = () -> chunk.stream().map(EventCheck::check).toList();
    under.add(threads.submit(work));
  }

  private static List<Checked> result(Future<List<Checked>> chunk) throws IOException {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException("an event could not be looked at: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
