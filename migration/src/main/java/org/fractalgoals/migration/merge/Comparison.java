package org.fractalgoals.migration.merge;

import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldKey;

/**
 * Compares three ways what is said of a field; of the time of the last change there is nothing to compare.
 *
 * @param base what files said before
 * @param current what is true in the store
 * @param told what the file says now
 */
record Comparison(Facts base, Facts current, Facts told) {

  /** What a field is compared to what files and people said before. */
  enum Verdict {
    /** The file says nothing new. */
    SAME,
    /** The file says something new of what is as files said. */
    CHANGED,
    /** The file says something new of what a person has changed. */
    CONFLICTING
  }

  Verdict of(FieldKey key) {
    var restores = key.isDeletion() && !told.isDeleted(key.thing());
    if (restores || told.agree(base, key) || told.agree(current, key)) {
      return Verdict.SAME;
    }
    return base.agree(current, key) ? Verdict.CHANGED : Verdict.CONFLICTING;
  }
}
