package org.fractalgoals.api.readiness;

import java.util.Map;

/** What is asked for cannot be had at present. Carries no stack trace: it is an answer, not a fault. */
public final class Unavailable extends RuntimeException {

  private final transient Map<String, Object> facts;

  /**
   * @param sentence says to people what is the matter
   * @param facts the same for programs; JSON values only
   */
  public Unavailable(String sentence, Map<String, Object> facts) {
    super(sentence, null, false, false);
    this.facts = Map.copyOf(facts);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }

  public Map<String, Object> facts() {
    return facts;
  }
}
