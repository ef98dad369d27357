package org.fractalgoals.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.fractalgoals.domain.event.Head;
import org.fractalgoals.legacy.LegacyColumns;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.file.ReadModelFile;
import org.fractalgoals.projections.file.Schema;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Rows to be asked for: many fractals of equal size in a read model, and the same in a legacy file. */
final class QueryFacts {

  private static final int STAGE_OF_LEGACY = 8;

  private QueryFacts() {}

  /** A read model with so many fractals, each with 5 000 metric values. */
  static ReadModelFile readModel(Path path, int roots) throws SQLException, IOException {
    var file = new ReadModelFile(path, Fingerprint.of(Schema.ddl(), List.of(), ""));
    try (var connection = file.create("store", new Head(0, ""), false)) {
      run(connection, "facts.sql", roots);
    }
    file.makeIndexes();
    file.switchToWal();
    return file;
  }

  /** The rows of a read model as the legacy application kept them. */
  static void legacy(Path path, Path readModel) throws SQLException, IOException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      for (var table : LegacyColumns.strict(STAGE_OF_LEGACY).values()) {
        statement.execute(table);
      }
      statement.execute("ATTACH '%s' AS ours".formatted(readModel));
      run(connection, "legacy-facts.sql", 0);
    }
  }

  private static void run(Connection connection, String script, int roots) throws IOException {
    try (var resource = QueryFacts.class.getResourceAsStream(script)) {
      var text = new String(Objects.requireNonNull(resource).readAllBytes(),
          StandardCharsets.UTF_8)
          .replace(":roots", String.valueOf(roots));
      ScriptUtils.executeSqlScript(connection,
          new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
