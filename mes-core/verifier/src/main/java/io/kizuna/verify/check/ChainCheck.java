package io.kizuna.verify.check;

import io.kizuna.verify.Finding;
import io.kizuna.verify.Finding.Kind;
import io.kizuna.verify.Findings;
import io.kizuna.verify.check.EventCheck.Checked;
import io.kizuna.verify.format.ChainHash;
import io.kizuna.verify.source.Event;
import io.kizuna.verify.source.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Section 1, what the events of a chain show together: order, links, time, end. */
public final class ChainCheck {

  private final Findings findings;
  private final Map<String, Head> heads;
  private final Map<String, Head> begin;

  private final boolean headsKnown;

  private @Nullable String chain;
  private long seq;
  private String hash = ChainHash.GENESIS;
  private @Nullable Instant recordedAt;

  /**
   * @param heads the end of each chain; empty if the source does not know.
   * @param begin where each chain begins that is not looked at from its first event on.
   */
  public ChainCheck(Findings findings, Map<String, Head> heads, Map<String, Head> begin) {
    this.findings = findings;
    this.heads = new TreeMap<>(heads);
    this.begin = begin;
    this.headsKnown = !heads.isEmpty();
  }

  /** The next event of the same chain, or the first of another. */
  public void visit(Checked c) {
    Event e = c.event();
    if (!e.chain().equals(chain)) {
      endChain();
      chain = e.chain();
      var known = begin.get(e.chain());
      seq = known == null ? 0 : known.seq();
      hash = known == null ? ChainHash.GENESIS : known.hash();
      recordedAt = null;
      findings.checked("chains", 1);
    }
    findings.checked(e.cut() ? "links of events that were left out" : "events", 1);
    place(c);
    c.findings().forEach(findings::add);
    if (!e.cut()) time(e);
    seq = e.seq();
    hash = e.hash();
  }

  /** One sentence for one event: the strongest of what can be said about its place. */
  private void place(Checked c) {
    Event e = c.event();
    if (e.seq() > seq + 1) {
      String what =
          seq == 0
              ? "missing: the chain begins with event " + e.seq()
              : "missing: event " + seq + " is followed by event " + e.seq();
      findings.add(Finding.events(Kind.CHAIN, e.chain(), seq + 1, e.seq() - 1, what));
    } else if (e.seq() <= seq) {
      findings.add(bad(e.seq(), e.seq(), "it comes again after event " + seq));
    }
    if (c.bodySeq() != 0 && c.bodySeq() != e.seq()) {
      findings.add(
          bad(
              Math.min(e.seq(), c.bodySeq()),
              Math.max(e.seq(), c.bodySeq()),
              "event "
                  + e.seq()
                  + " holds what was written as event "
                  + c.bodySeq()
                  + ": events were put in, taken out or swapped"));
    } else if (!e.previous().equals(hash) && e.seq() == seq + 1 && e.seq() > 1) {
      findings.add(
          bad(
              e.seq() - 1,
              e.seq(),
              "event "
                  + e.seq()
                  + " does not continue event "
                  + (e.seq() - 1)
                  + ": one of the two was changed, put in or taken out"));
    } else if (e.seq() == 1 && !e.previous().equals(ChainHash.GENESIS)) {
      findings.add(bad(1, 1, "the first event continues something before it"));
    }
    if (!c.hashFits() && c.bodySeq() == e.seq()) {
      findings.add(
          bad(
              e.seq(),
              e.seq(),
              "its text does not give its hash: it was changed after it was written"));
    } else if (!c.hashFits() && c.bodySeq() == 0) {
      findings.add(bad(e.seq(), e.seq(), "its text does not give its hash and names no place"));
    }
  }

  private void time(Event e) {
    if (recordedAt != null) {
      long back = Duration.between(e.recordedAt(), recordedAt).toMillis();
      if (back > EventCheck.INVERSION_MS_MAX) {
        findings.add(
            Finding.event(
                Kind.TIME,
                e.chain(),
                e.seq(),
                "it is " + back + " ms earlier than event " + seq + " before it"));
      }
    }
    recordedAt = e.recordedAt();
  }

  private Finding bad(long from, long to, String what) {
    return Finding.events(Kind.CHAIN, String.valueOf(chain), from, to, what);
  }

  private void endChain() {
    if (chain == null) return;
    Head head = heads.remove(chain);
    if (head != null) {
      compare(chain, new Head(seq, hash), head);
    } else if (headsKnown) {
      findings.add(bad(seq, seq, "the chain has no head"));
    }
  }

  /** After the last event. */
  public void end() {
    endChain();
    heads.forEach(
        (name, head) ->
            compare(name, begin.getOrDefault(name, new Head(0, ChainHash.GENESIS)), head));
  }

  private void compare(String name, Head found, Head head) {
    if (head.seq() > found.seq()) {
      String what =
          "cut off: the head of the chain knows "
              + head.seq()
              + " events, the last one there is "
              + (found.seq() == 0 ? "none" : found.seq());
      findings.add(Finding.events(Kind.CHAIN, name, found.seq() + 1, head.seq(), what));
    } else if (head.seq() < found.seq()) {
      String what =
          "it stands behind the end of the chain: its head knows " + head.seq() + " events";
      findings.add(Finding.events(Kind.CHAIN, name, head.seq() + 1, found.seq(), what));
    } else if (!head.hash().equals(found.hash())) {
      String what = "the last event has another hash than the head of the chain";
      findings.add(Finding.event(Kind.CHAIN, name, head.seq(), what));
    }
  }
}
