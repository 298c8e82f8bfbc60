package io.kizuna.record;

import static io.kizuna.record.Bench.TANAKA;

import io.kizuna.batchrecord.CompleteStep;
import io.kizuna.kernel.BatchId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes signed steps ready to be measured, on one server. */
record SignedSteps(Bench bench, CompleteStep complete) {

  /** Signed by one person, so that one signed step moves the token once, as the engine's task. */
  static final String STEP = "user_check_age";

  private static final String KEY = "up-receipt." + STEP;
  private static final List<String> BEFORE =
      List.of(
          "user_confirm_order",
          "user_reserve_slot",
          "user_take_over_shipper",
          "user_evaluate_logger",
          "user_check_bag_identity",
          "user_inspect_bag");

  /** Each is the challenge and the completion. */
  List<Runnable> withChallenge(int operations) {
    bench.endAll(); // there are only so many check words for batches under way
    return IntStream.range(0, operations)
        .mapToObj(i -> bench.draft(batch(), KEY, TANAKA, Map.of(), Map.of()))
        .<Runnable>map(draft -> () -> complete.complete(bench.signed(draft, TANAKA)))
        .toList();
  }

  /** Each is the completion alone. */
  List<Runnable> alone(int operations) {
    bench.endAll();
    return IntStream.range(0, operations)
        .mapToObj(i -> bench.draft(batch(), KEY, TANAKA, Map.of(), Map.of()))
        .map(draft -> bench.signed(draft, TANAKA))
        .<Runnable>map(command -> () -> complete.complete(command))
        .toList();
  }

  /** A batch that waits at the step. */
  private BatchId batch() {
    BatchId batch = bench.order();
    for (var before : BEFORE) {
      String key = "up-receipt." + before;
      bench.work(batch, key, BatchRecordContract.receipt(key));
    }
    bench.scan(batch, KEY, TANAKA);
    return batch;
  }
}
