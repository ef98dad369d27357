package org.fractalgoals.legacy;

import java.nio.file.Path;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * A legacy file with something odd in it.
 *
 * @param name says what
 * @param shown what the server must show of it; null where that is not the point
 */
record LegacyCase(String name, int stage, @Nullable Shown shown, Content content) {

  /** Adds the rows. */
  @FunctionalInterface
  interface Content {
    void into(SyntheticLegacy file) throws SQLException;
  }

  Path write(Path folder) throws SQLException {
    var file = folder.resolve("legacy.db");
    try (var legacy = SyntheticLegacy.at(stage, file)) {
      content.into(legacy);
    }
    return file;
  }

  @Override
  public String toString() {
    return name;
  }
}
