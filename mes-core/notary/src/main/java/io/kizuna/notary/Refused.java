package io.kizuna.notary;

/** The notary does not sign this, and says why. */
public final class Refused extends Exception {

  private static final long serialVersionUID = 1;

  /** What is wrong with what the database holds. */
  public enum Rule {
    /** The log is shorter than what was signed before. */
    LOG_ROLLED_BACK,
    /** The beginning of the log is not what was signed before. */
    LOG_REWRITTEN,
    /** A leaf's number is missing, or the log is shorter than what is to be signed. */
    LEAF_MISSING,
    /** A leaf goes back in its chain. */
    LEAF_OUT_OF_ORDER,
    /** The event a leaf names has another hash. */
    LEAF_DOES_NOT_FIT,
    /** The event a leaf names is not there. */
    CHAIN_SHORTER,
    /** The events up to the leaf are not one chain. */
    CHAIN_BROKEN,
    /** A checkpoint of an epoch that has ended, or of one that is too far ahead. */
    EPOCH_WRONG,
    /** A new epoch without a signed statement of what is missing. */
    EPOCH_NOT_STATED,
    /** This notary has signed nothing, but the newest checkpoint is not of its key. */
    FOREIGN_CHECKPOINT
  }

  private final Rule rule;
  private final String found;
  private final String needed;

  Refused(Rule rule, String found, String needed) {
    super(rule + ": found " + found + "; needed: " + needed);
    this.rule = rule;
    this.found = found;
    this.needed = needed;
  }

  public Rule rule() {
    return rule;
  }

  /** What is there, with the number of the leaf or event. */
  public String found() {
    return found;
  }

  /** What must be there for a signature. */
  public String needed() {
    return needed;
  }
}
