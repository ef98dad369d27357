package org.fractalgoals.domain.key;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;

/**
 * A key that is to be made. Its name is that of who acts with it, in the history too, and is never given again.
 *
 * @param name of the holder
 * @param fractals the root ids of the fractals that can be seen with it; empty for all
 */
public record NewKey(String name, Role role, List<String> fractals) {

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,98}");

  /** What the history calls those who have no key. */
  private static final Set<String> TAKEN = Set.of("local", "admin");

  /**
   * @throws RuleViolation if it cannot be made
   */
  public NewKey {
    fractals = List.copyOf(fractals);
    if (!NAME.matcher(name).matches() || TAKEN.contains(name)) {
      throw new RuleViolation(new Rule.IsNoKeyName(name));
    }
    if (role == Role.ADMIN && !fractals.isEmpty()) {
      throw new RuleViolation(new Rule.AdminSeesAll());
    }
  }
}
