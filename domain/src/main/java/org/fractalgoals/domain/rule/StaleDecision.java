package org.fractalgoals.domain.rule;

/**
 * Events were decided on a state of the store that has changed before they were appended. Deciding again helps.
 */
public final class StaleDecision extends RuntimeException {

  public StaleDecision(String what) {
    super(what, null, false, false);
  }
}
