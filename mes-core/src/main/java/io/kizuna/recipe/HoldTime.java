package io.kizuna.recipe;

import io.kizuna.kernel.Text;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A time limit between two steps, watched by server time (R51, F18).
 *
 * @param id for example {@code HT-03}.
 * @param start step of this or another unit procedure whose completion starts the clock, as {@code
 *     up-x.user_y} or {@code user_y}.
 * @param stop step whose completion stops it.
 * @param warnAfter when people are warned; before {@code normal}.
 * @param normal longest time without an exception.
 * @param reject longest time that is not a critical exception; null where only {@code normal}
 *     exists.
 */
public record HoldTime(
    String id,
    Text name,
    String start,
    String stop,
    Duration warnAfter,
    Duration normal,
    @Nullable Duration reject) {}
