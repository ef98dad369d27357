package org.fractalgoals.api.cli;

import java.util.List;

import org.fractalgoals.api.key.KeyView;
import org.fractalgoals.api.key.MadeKeyView;
import org.fractalgoals.domain.key.NewKey;

/** A way to the keys: through the server that runs, or without one. */
interface Keys extends AutoCloseable {

  /**
   * Makes a key.
   *
   * @throws CommandFailed if the server refuses or fails
   * @throws org.fractalgoals.domain.rule.RuleViolation if there is no server and a rule is in the way
   */
  MadeKeyView add(NewKey key);

  /** All keys there are or were, by name. */
  List<KeyView> all();

  /** As {@link #add}. */
  void revoke(String name);

  @Override
  void close();
}
