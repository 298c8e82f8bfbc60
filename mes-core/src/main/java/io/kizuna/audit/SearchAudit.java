package io.kizuna.audit;

import io.kizuna.audit.ReadAudit.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inbound port: looks things up in a chain, page by page, newest first (R09). */
public interface SearchAudit {

  /** The most entries of one page. */
  int LIMIT_MAX = 1000;

  /**
   * The next page. A text is looked for in so many entries at a time that the answer stays quick; a
   * page may therefore be short, or empty, and still have a next one.
   */
  Page search(Query query);

  /**
   * @param person id of the actor; null for all, as with the other filters.
   * @param text in any case, anywhere in the event.
   * @param before only entries with a smaller number; null to begin at the newest.
   */
  record Query(
      String chain,
      @Nullable String person,
      @Nullable String action,
      @Nullable String entity,
      @Nullable String text,
      @Nullable Long before,
      int limit) {

    /** The same question, further back. */
    public Query from(long next) {
      return new Query(chain, person, action, entity, text, next, limit);
    }
  }

  /**
   * @param next where to go on ({@code before}); null at the beginning of the chain.
   */
  record Page(List<Entry> entries, @Nullable Long next) {}
}
