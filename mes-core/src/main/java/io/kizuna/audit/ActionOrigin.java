package io.kizuna.audit;

import java.util.Optional;

/** Outbound port, implemented where requests come in: from where the present action was asked. */
public interface ActionOrigin {

  /** Of the request this thread works on; empty if it works by itself. */
  Optional<Origin> current();

  /**
   * @param session id of the log-in, empty if there is none; the trail keeps only its hash.
   * @param station network address of the sender.
   */
  record Origin(String session, String station) {}
}
