package io.kizuna.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Inbound port: reads and checks the trail. */
public interface ReadAudit {

  /** Newest entries of a chain first; at most 10,000. */
  List<Entry> entries(String chain, int limit);

  /**
   * Oldest first: the newest {@code limit} entries of a chain that do more than seal readings,
   * which happens every minute.
   */
  List<Entry> story(String chain, int limit);

  /** Recomputes the whole chain and names the first entry that does not fit. */
  ChainCheck check(String chain);

  /**
   * @param body canonical JSON of the event.
   */
  record Entry(
      String chain,
      long seq,
      UUID eventId,
      Instant recordedAt,
      String actor,
      String action,
      String entity,
      String entityId,
      String body,
      String hash) {}

  /**
   * @param firstBad sequence number of the first bad entry, 0 if there is none.
   */
  record ChainCheck(boolean valid, long length, String head, long firstBad) {}
}
