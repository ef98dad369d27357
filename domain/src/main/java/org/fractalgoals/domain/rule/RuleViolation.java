package org.fractalgoals.domain.rule;

/** A command was refused. Carries no stack trace: it is an answer, not a fault. */
public final class RuleViolation extends RuntimeException {

  private final transient Rule rule;

  public RuleViolation(Rule rule) {
    super(rule.sentence(), null, false, false);
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }
}
