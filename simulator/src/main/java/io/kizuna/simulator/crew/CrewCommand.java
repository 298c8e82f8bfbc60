package io.kizuna.simulator.crew;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line of the virtual crew; exit code 0 only if everything came out as it should. */
@Command(
    name = "crew",
    mixinStandardHelpOptions = true,
    description = {
      "Work batches through the REST interface of the MES, as people do.",
      "Exit code: 0 all as it should be, 1 not so, 2 nothing could be begun."
    })
public final class CrewCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(CrewCommand.class);
  private static final int PARALLEL_MAX = 16;

  @Option(names = "--url", description = "The MES (default: ${DEFAULT-VALUE}).")
  String url = "http://localhost:8080";

  @Option(names = "--simulator", description = "Bench and faults (default: ${DEFAULT-VALUE}).")
  String simulator = "http://localhost:4841";

  @Option(names = "--recipe", description = "Product (default: ${DEFAULT-VALUE}).")
  String recipe = "car-t-lv";

  @Option(names = "--speed", description = "Clock while all wait (default: ${DEFAULT-VALUE}).")
  double speed = 2000;

  @Option(names = "--work-speed", description = "While people work (default: ${DEFAULT-VALUE}).")
  double workSpeed = 60;

  @Option(names = "--password", description = "Of all people (default: the demonstration's).")
  String password = "kizuna-demo";

  @Option(
      names = "--fault",
      description = "nucleation, wrong-coi, over-limit, late-step or lost-signal.")
  @Nullable String fault;

  @Option(names = "--until", description = "Leave when this step opens, UNIT_PROCEDURE.STEP.")
  @Nullable String until;

  @Option(names = "--until-day", description = "Leave at the daily sample of this day, 3 to 12.")
  @Nullable Integer untilDay;

  @Option(names = "--batches", description = "How many (default: ${DEFAULT-VALUE}).")
  int batches = 1;

  @Option(
      names = "--parallel",
      description = "At a time; each needs a bioreactor (default: ${DEFAULT-VALUE}).")
  int parallel = 2;

  @Option(
      names = "--portable",
      description = {
        "After the release write the portable record to this file;",
        "of several batches the file's name gets the number of each."
      })
  @Nullable Path portable;

  @Option(names = "--report", description = "Write everything to this file as JSON.")
  @Nullable Path report;

  /** For picocli. */
  public CrewCommand() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    long began = System.nanoTime();
    Timings timings = new Timings();
    Journal journal = new Journal(System.out);
    Knowledge knowledge;
    Staff staff;
    Pace pace;
    try {
      knowledge = Knowledge.of(recipe);
      if (fault != null) FaultPlan.of(fault, new Expectations(journal, ""));
      staff = new Staff(url, password, timings);
      pace = new Pace(staff.administrator(), workSpeed, speed);
    } catch (IllegalArgumentException | Stuck | Refusal | NoAnswer e) {
      System.err.println(e.getMessage());
      return 2;
    }
    Crew crew = new Crew(staff, pace, new Bench(simulator), knowledge, journal);
    List<BatchJob.Result> results = work(crew);
    try {
      pace.restore();
    } catch (Refusal | NoAnswer e) {
      System.err.println("The clock was left as it is: " + e.getMessage());
    }
    long wallMs = (System.nanoTime() - began) / 1_000_000;
    Summary summary = new Summary(results, journal, timings, wallMs);
    summary.print(System.out);
    if (report != null) {
      Files.writeString(report, summary.json().toPrettyString());
    }
    return summary.fine() ? 0 : 1;
  }

  private List<BatchJob.Result> work(Crew crew) throws InterruptedException {
    int threads = Math.max(1, Math.min(PARALLEL_MAX, Math.min(parallel, batches)));
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      var futures = new ArrayList<Future<BatchJob.Result>>();
      for (int i = 0; i < batches; i++) {
        futures.add(workers.submit(new BatchJob(crew, recipe, fault, plan(), keep())));
      }
      var results = new ArrayList<BatchJob.Result>();
      for (Future<BatchJob.Result> future : futures) results.add(result(future));
      return results;
    } finally {
      workers.shutdownNow();
    }
  }

  private static BatchJob.Result result(Future<BatchJob.Result> future)
      throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      LOG.error("A batch of the crew failed", e);
      return new BatchJob.Result("?", "FAILED", String.valueOf(e.getCause()), List.of());
    }
  }

  private @Nullable PortableFile keep() {
    return portable == null ? null : new PortableFile(portable, batches > 1);
  }

  private @Nullable Until plan() {
    if (until != null) return Until.step(until);
    return untilDay == null ? null : Until.day(untilDay);
  }
}
