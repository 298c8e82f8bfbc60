package io.kizuna.verify.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Things one after the other; never all at once in memory. */
public interface Cursor<T> extends AutoCloseable {

  /** The next one; null after the last. */
  @Nullable T next() throws IOException;

  @Override
  void close() throws IOException;

  /** Nothing at all. */
  static <T> Cursor<T> empty() {
    return of(java.util.List.of());
  }

  /** Some few that are in memory anyway. */
  static <T> Cursor<T> of(Iterable<T> items) {
    var iterator = items.iterator();
    return new Cursor<>() {
      @Override
      public @Nullable T next() {
        return iterator.hasNext() ? iterator.next() : null;
      }

      @Override
      public void close() {}
    };
  }
}
