package org.fractalgoals.migration.source;

/** A file cannot be migrated. The message is one sentence for people: what is wrong, where, and what helps. */
public final class MigrationFailed extends RuntimeException {

  public MigrationFailed(String sentence) {
    super(sentence);
  }

  public MigrationFailed(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
