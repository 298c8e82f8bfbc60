package io.kizuna.batch;

import io.kizuna.kernel.BatchId;
import io.kizuna.kernel.StepKey;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Outbound port: the engine that routes a batch through its recipe; it knows ids, never record
 * data.
 *
 * <p>All calls happen inside the caller's transaction: if the record rolls back, so does the token.
 */
public interface BatchRoute {

  /** Starts the procedure of the recipe version {@code recipe} for {@code batch}. */
  void start(BatchId batch, UUID recipe);

  /**
   * Moves the token past a completed step.
   *
   * @param routing the routing booleans the step declares.
   * @throws io.kizuna.kernel.MesException STEP_NOT_OPEN if the engine does not wait there.
   */
  void stepCompleted(BatchId batch, StepKey step, Map<String, Boolean> routing);

  /** Tells the route that something outside happened, for example {@code msg_freezing_complete}. */
  void message(BatchId batch, String message);

  /**
   * When the route goes on by itself, in plant time; null while somebody or something else must act
   * first, or it is going on at this moment.
   */
  @Nullable Instant waitsUntil(BatchId batch);

  /** Suspends every token and timer job of the batch. */
  void hold(BatchId batch);

  /** Undoes {@link #hold}. */
  void resume(BatchId batch);

  /** Ends the route for good. */
  void abort(BatchId batch, String reason);
}
