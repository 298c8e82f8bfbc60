package io.kizuna.verify;

import org.jspecify.annotations.Nullable;

/**
 * One thing that does not fit.
 *
 * @param place what a person looks up: an event, a row, a channel's minute, a checkpoint, a file.
 * @param what in plain words, with what was found and what was expected.
 * @param chain the chain it is about, if it is about one.
 * @param from the first event it is about; 0 if it is about none.
 * @param to the last event it is about: more than one if the hashes cannot tell which.
 */
public record Finding(
    Kind kind, String place, String what, @Nullable String chain, long from, long to) {

  /** What was looked at when it was found. */
  public enum Kind {
    FILE,
    CHAIN,
    BODY,
    TIME,
    CHECKPOINT,
    ANCHOR,
    STAMP,
    ROW,
    READINGS,
    SIGNATURE,
    RECIPE
  }

  /** About something that is no event. */
  public static Finding of(Kind kind, String place, String what) {
    return new Finding(kind, place, what, null, 0, 0);
  }

  /** About one event. */
  public static Finding event(Kind kind, String chain, long seq, String what) {
    return events(kind, chain, seq, seq, what);
  }

  /** About one of several events in a row. */
  public static Finding events(Kind kind, String chain, long from, long to, String what) {
    String which = from == to ? "event " + from : "events " + from + " to " + to;
    return new Finding(kind, which + " of chain " + chain, what, chain, from, to);
  }

  /** One line. */
  public String line() {
    return kind + " " + place + ": " + what;
  }
}
