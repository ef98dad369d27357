package org.fractalgoals.projections.engine;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells that a file is not what SQLite has written from every other reason why a statement fails. */
public final class Damage {

  private static final Set<Integer> CODES = Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code,
      SQLiteErrorCode.SQLITE_NOTADB.code);

  private Damage() {}

  /** Whether it is the reason of a failure, or the reason of its reason. */
  public static boolean isIn(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      // the low byte of an extended code is its primary code
      if (cause instanceof SQLiteException sqlite
          && CODES.contains(sqlite.getResultCode().code & 0xff)) {
        return true;
      }
    }
    return false;
  }
}
