package io.kizuna.audit;

import java.util.Optional;
import java.util.SortedSet;

/** Outbound port, implemented where people are known: what is written beside an actor's id. */
public interface ActorDetails {

  /** What is known of the actor in the present transaction; empty for parts of the system. */
  Optional<Details> of(String actor);

  /**
   * @param name the printed name, English.
   */
  record Details(String name, SortedSet<String> roles) {}
}
