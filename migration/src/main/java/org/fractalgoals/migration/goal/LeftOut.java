package org.fractalgoals.migration.goal;

import org.jspecify.annotations.Nullable;

/**
 * A row of goals that became no goal.
 *
 * @param goalId its id as text; null if it has none
 * @param rowid null in a table without rowids
 * @param reason why
 */
public record LeftOut(@Nullable String goalId, @Nullable Long rowid, Reason reason) {

  /** Why a goal is left out; the sentence continues "n goals: …". */
  public enum Reason {
    NO_USABLE_ID("the id is NULL, empty, binary or reserved"),
    DUPLICATE_ID("an earlier row has the same id"),
    PARENT_IS_SESSION("the parent is a session; sessions are not migrated yet"),
    PARENT_MISSING("the parent is not in the file"),
    ON_CYCLE("the goal stands below itself, or below one that does"),
    PARENT_LEFT_OUT("a goal above was left out");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /** How a person finds the row again. */
  public String label() {
    if (goalId != null && reason != Reason.NO_USABLE_ID) {
      return goalId;
    }
    return rowid == null ? "a row without rowid" : "row " + rowid;
  }
}
