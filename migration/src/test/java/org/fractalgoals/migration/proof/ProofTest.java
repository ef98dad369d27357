package org.fractalgoals.migration.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.imports.ImportEvent.RowSeen;
import org.fractalgoals.domain.imports.ImportEvent.RowsUnchanged;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.domain.imports.ImportHistory.Fact;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.source.MigrationFailed;
import org.fractalgoals.migration.testing.KeptFile;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class ProofTest {

  @TempDir Path directory;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("legacy #1.db");
  }

  @Test
  void a_file_of_the_application_comes_back() throws Exception {
    try (var database = LegacyDatabase.of(file, Stage.S16)) {
      database.goal("u", null).goal("a", "u", "completed", 1, "deadline", "2026-01-01");
    }
    var result = prove();
    assertThat(result.differences()).isEmpty();
    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.cells()).isEqualTo(2 * 22);
  }

  @Test
  void unknown_tables_and_columns_come_back() throws Exception {
    prove("CREATE TABLE moods (id INTEGER PRIMARY KEY, mood TEXT DEFAULT 'calm')",
        "INSERT INTO moods VALUES (1, 'fine'), (9, NULL)",
        "ALTER TABLE goals ADD COLUMN colour TEXT DEFAULT 'red'", "CREATE TABLE bare (a, b)");
  }

  @Test
  void keys_may_be_null_or_missing_or_twice() throws Exception {
    prove("CREATE TABLE nullable (id TEXT PRIMARY KEY)",
        "INSERT INTO nullable VALUES (NULL), (NULL), ('x')", "CREATE TABLE keyless (a)",
        "INSERT INTO keyless (rowid, a) VALUES (5, 1), (70, 1), (71, 1)",
        "DELETE FROM keyless WHERE rowid = 70", "CREATE TABLE nocase (a TEXT COLLATE NOCASE)",
        "INSERT INTO nocase VALUES ('a'), ('A')");
  }

  @Test
  void a_table_without_rowids_comes_back() throws Exception {
    prove(
        "CREATE TABLE pairs (n REAL, b TEXT COLLATE NOCASE, a INT, UNIQUE (n), PRIMARY KEY (b DESC, a)) WITHOUT ROWID",
        "INSERT INTO pairs VALUES (1, 'y', 2), (2, 'x', '3'), (3.5, 'X', '4')");
  }

  @Test
  void columns_that_hide_the_rowid_come_back() throws Exception {
    prove("CREATE TABLE shy (rowid TEXT)", "INSERT INTO shy VALUES ('mine'), ('mine')",
        "CREATE TABLE hidden (rowid, _rowid_, oid)",
        "INSERT INTO hidden VALUES (5, 6, 7), (5, 6, 7), ('5', NULL, 7)");
  }

  @Test
  void bytes_and_numbers_come_back() throws Exception {
    prove("CREATE TABLE things (a BLOB, b REAL, c, d NUMERIC)",
        "INSERT INTO things VALUES (x'', -0.0, -0.0, 1e308), (x'00ff', 1e999, -1e999, 0.1)",
        "INSERT INTO things VALUES (zeroblob(3), 1.0, 1.0, 9223372036854775807)",
        "INSERT INTO things VALUES (x'31', 5e-324, 0.30000000000000004, -9223372036854775808)",
        "INSERT INTO things VALUES ('text', 1e999 - 1e999, 3, 2.5)");
  }

  @Test
  void what_breaks_its_own_declaration_comes_back() throws Exception {
    prove("CREATE TABLE strange (id INTEGER PRIMARY KEY, a, b, c, d, e)",
        "INSERT INTO strange VALUES (1, '007', 5, NULL, 'x', '1.0'), (2, 3.0, 2.5, 1, '2', 7)",
        "PRAGMA writable_schema = ON",
        """
          UPDATE sqlite_schema
             SET sql = 'CREATE TABLE strange (id INTEGER PRIMARY KEY, a NUMERIC, b TEXT, c INT NOT NULL, d INT CHECK (d > 5), e REAL)'
           WHERE name = 'strange'
          """,
        "PRAGMA writable_schema = RESET");
  }

  @Test
  void strict_tables_and_constraints_come_back() throws Exception {
    prove("CREATE TABLE strict_one (a INT UNIQUE, b ANY, c REAL NOT NULL) STRICT",
        "INSERT INTO strict_one VALUES (1, '007', 1), (2, 7, 2.5)",
        """
          CREATE TABLE orders (id TEXT NOT NULL PRIMARY KEY ON CONFLICT REPLACE, "order" INT,
            goal_id TEXT REFERENCES nowhere (id) ON DELETE CASCADE, UNIQUE ("order", goal_id), UNIQUE (goal_id))
          """,
        "INSERT INTO orders VALUES ('b', 1, 'g'), ('a', 1, NULL)");
  }

  @Test
  void text_of_any_bytes_comes_back() throws Exception {
    prove("CREATE TABLE texts (a TEXT, b TEXT)",
        "INSERT INTO texts VALUES (CAST(x'61ff62' AS TEXT), 'a' || char(0) || 'b')",
        "INSERT INTO texts VALUES (CAST(x'eda080' AS TEXT), CAST(x'c0af' AS TEXT))",
        "INSERT INTO texts VALUES (char(0xfffd), char(0x1f3af) || char(10) || '\"\\''')",
        "INSERT INTO texts VALUES ('', CAST(x'ff00' AS TEXT))");
  }

  @Test
  void a_file_in_utf_16_comes_back() throws Exception {
    try (var database = LegacyDatabase.empty(file)) {
      database.execute("PRAGMA encoding = 'UTF-16le'")
          .execute("CREATE TABLE goals (id TEXT PRIMARY KEY, name TEXT)")
          .execute("INSERT INTO goals VALUES ('g', char(233, 0, 0x1f3af))");
    }
    assertThat(prove().differences()).isEmpty();
  }

  @Test
  void generated_columns_are_computed_again() throws Exception {
    prove("""
      CREATE TABLE areas (w REAL, area AS (w * h), h INT, twice AS (h * 2) STORED UNIQUE)
      """, "INSERT INTO areas (w, h) VALUES (2, 3), (1.5, 4)",
        "CREATE INDEX by_area ON areas (area)");
  }

  @Test
  void autoincrement_goes_on_where_it_was() throws Exception {
    prove("CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)",
        "INSERT INTO counted (a) VALUES ('x'), ('y')", "DELETE FROM counted WHERE id = 2");
  }

  @Test
  void statistics_come_back() throws Exception {
    prove("CREATE INDEX by_name ON goals (name)", "ANALYZE");
  }

  @Test
  void indexes_views_and_triggers_come_back() throws Exception {
    prove("CREATE UNIQUE INDEX \"by name\" ON goals (lower(name)) WHERE name > ''",
        "CREATE VIEW open_goals AS SELECT * FROM goals WHERE completed = 0",
        "CREATE VIEW of_nothing AS SELECT * FROM nowhere",
        "CREATE TRIGGER stop BEFORE INSERT ON goals BEGIN SELECT raise(ABORT, 'no'); END");
  }

  @Test
  void virtual_tables_come_back_with_what_they_store() throws Exception {
    prove("CREATE VIRTUAL TABLE words USING fts5(word)",
        "INSERT INTO words VALUES ('scales'), ('études')");
  }

  @Test
  void names_may_be_anything() throws Exception {
    prove("CREATE TABLE \"select\" (\"from\" TEXT, \"it's; DROP\" INT UNIQUE)",
        "INSERT INTO \"select\" VALUES ('x', 1)",
        "CREATE TABLE [odd \"name'] (`a\"b` TEXT PRIMARY KEY) WITHOUT ROWID",
        "INSERT INTO \"odd \"\"name'\" VALUES ('y')");
  }

  @Test
  void numbers_of_the_header_come_back() throws Exception {
    prove("PRAGMA user_version = 7", "PRAGMA application_id = -3");
  }

  @Test
  void rows_that_an_earlier_import_kept_come_back_under_the_rowids_of_this_file()
      throws Exception {
    try (var database = LegacyDatabase.of(file, Stage.S02)) {
      database.goal("u", null).goal("a", "u");
    }
    var kept = KeptFile.of(file);
    try (var database = LegacyDatabase.empty(file)) {
      database.execute("UPDATE goals SET rowid = 12 WHERE id = 'a'");
    }
    var second = KeptFile.of(file).facts().getFirst();
    var facts = kept.facts();
    facts.set(0, new Fact(1, second.event(), null));
    for (int i = 1; i < facts.size(); i++) {
      facts.set(i, new Fact(i + 1L, null, facts.get(i).row()));
    }
    kept.add(new RowsUnchanged(KeptFile.IMPORT, "goals",
        List.of(new RowSeen(1L, 2), new RowSeen(12L, 3)), MigrationRun.NOW), null);
    assertThat(Proof.of(kept, KeptFile.IMPORT, file, directory).differences()).isEmpty();
  }

  /** A file with three rows of goals, of which an import recorded this. */
  private KeptFile recorded(TableRows goals) throws SQLException {
    try (var database = LegacyDatabase.of(file, Stage.S02)) {
      database.goal("u", null).goal("a", "u").goal("b", "u");
    }
    var kept = KeptFile.of(file);
    kept.add(new LegacyFileImported(KeptFile.IMPORT, "legacy.db", "00", 1, "S02", "UTC",
        List.of(goals), 5, 0, null, MigrationRun.NOW), null);
    return kept;
  }

  private ProofResult prove(KeptFile kept, Map<String, List<Long>> skipped) {
    return Proof.of(kept, KeptFile.IMPORT, file, directory, skipped);
  }

  @Test
  void a_row_whose_event_was_purged_may_be_missing() throws Exception {
    var kept = recorded(new TableRows("goals", 3, 0, 3, 0));
    kept.facts().set(2, new Fact(3, null, null));

    var result = prove(kept, Map.of());

    assertThat(result.differences()).isEmpty();
    assertThat(result.rows()).isEqualTo(2);
    assertThat(result.purged()).isEqualTo(1);
  }

  @Test
  void others_may_not() throws Exception {
    var kept = recorded(new TableRows("goals", 3, 0, 3, 0));
    kept.facts().set(2, new Fact(3, null, null));
    kept.facts().set(3, new Fact(4, kept.facts().get(3).event(), null));

    assertThat(prove(kept, Map.of()).differences()).isNotEmpty()
        .allSatisfy(found -> assertThat(found.table()).isEqualTo("goals"));
  }

  @Test
  void nor_may_what_is_there_be_different() throws Exception {
    var kept = recorded(new TableRows("goals", 3, 0, 3, 0));
    kept.facts().set(2, new Fact(3, null, null));
    var altered = kept.facts().get(3);
    kept.facts().set(3, new Fact(4, altered.event(),
        Objects.requireNonNull(altered.row()).replace("Goal b", "Goal c")));

    assertThat(prove(kept, Map.of()).differences()).singleElement().satisfies(found -> {
      assertThat(found.key()).isEqualTo("3");
      assertThat(found.column()).isEqualTo("\"name\"");
    });
  }

  @Test
  void a_row_that_was_skipped_may_be_missing_and_no_other_in_its_place() throws Exception {
    var kept = recorded(new TableRows("goals", 3, 0, 2, 0));
    kept.facts().remove(2);

    assertThat(prove(kept, Map.of("goals", List.of(2L))).differences()).isEmpty();
    assertThat(prove(kept, Map.of("goals", List.of(3L))).differences())
        .extracting(Difference::key).containsExactly("2", "3");
    assertThat(prove(kept, Map.of()).differences()).isEmpty();
  }

  @Test
  void a_row_that_was_skipped_must_be_missing() throws Exception {
    var kept = recorded(new TableRows("goals", 3, 0, 2, 0));

    assertThat(prove(kept, Map.of("goals", List.of(2L))).differences()).singleElement()
        .extracting(Difference::key).isEqualTo("2");
    assertThat(prove(kept, Map.of()).differences()).isNotEmpty();
  }

  @Test
  void of_a_row_that_an_earlier_import_kept_it_counts_whether_that_was_purged() throws Exception {
    var kept = recorded(new TableRows("goals", 3, 0, 2, 1));
    kept.facts().set(2, new Fact(3, null, null));
    kept.facts().add(4, new Fact(5,
        new RowsUnchanged(KeptFile.IMPORT, "goals", List.of(new RowSeen(2L, 3)),
            MigrationRun.NOW),
        null));

    assertThat(prove(kept, Map.of()).purged()).isEqualTo(1);
    assertThat(prove(kept, Map.of()).differences()).isEmpty();

    kept.facts().set(2, new Fact(3, new RowKept("i-0", "goals", null, MigrationRun.NOW), null));
    assertThat(prove(kept, Map.of()).differences()).isNotEmpty();
  }

  @Test
  void in_a_table_without_rowids_or_names_for_them_rows_are_counted() throws Exception {
    try (var database = LegacyDatabase.of(file, Stage.S02)) {
      database.execute("CREATE TABLE pairs (a, b, PRIMARY KEY (a, b)) WITHOUT ROWID")
          .execute("INSERT INTO pairs VALUES (1, 1), (1, 2)")
          .execute("CREATE TABLE hidden (rowid, _rowid_, oid)")
          .execute("INSERT INTO hidden VALUES (5, 6, 7), (5, 6, 7), (8, 9, 9)");
    }
    var kept = KeptFile.of(file);
    kept.add(new LegacyFileImported(KeptFile.IMPORT, "legacy.db", "00", 1, "S02", "UTC",
        List.of(new TableRows("pairs", 2, 0, 1, 0), new TableRows("hidden", 3, 0, 2, 0)), 5, 0,
        null, MigrationRun.NOW), null);
    kept.facts().remove(rowOf(kept, "pairs"));
    kept.facts().remove(rowOf(kept, "hidden"));

    assertThat(prove(kept, Map.of()).differences()).isEmpty();
    assertThat(prove(kept, Map.of()).purged()).isEqualTo(2);

    kept.facts().remove(rowOf(kept, "hidden"));
    assertThat(prove(kept, Map.of()).differences()).extracting(Difference::table)
        .containsExactly("hidden");
  }

  /** The first one of a table. */
  private static Fact rowOf(KeptFile kept, String table) {
    return kept.facts().stream().filter(fact -> Objects.requireNonNullElse(fact.row(), "")
        .contains("\"table\":\"" + table + "\"")).findFirst().orElseThrow();
  }

  @Test
  void nothing_is_left_in_the_work_directory() throws Exception {
    prove("CREATE TABLE moods (id TEXT)");
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(file, directory.resolve("kept"));
    }
  }

  @Test
  void an_unknown_import_is_refused_and_leaves_no_file() throws Exception {
    prove("CREATE TABLE moods (id TEXT)");
    var out = directory.resolve("out.db");
    assertThatThrownBy(() -> ImportedFile.write(KeptFile.of(file), "i-9", out))
        .isInstanceOf(MigrationFailed.class)
        .hasMessage("The event store kept no file of an import \"i-9\".");
    try (var left = Files.list(directory)) {
      assertThat(left).containsExactlyInAnyOrder(file, directory.resolve("kept"));
    }
  }

  @Test
  void an_existing_file_is_not_overwritten() throws Exception {
    prove("CREATE TABLE moods (id TEXT)");
    var before = Files.size(file);
    assertThatThrownBy(() -> ImportedFile.write(KeptFile.of(file), KeptFile.IMPORT, file))
        .isInstanceOf(MigrationFailed.class).hasMessageContaining("There is a file");
    assertThat(file).hasSize(before);
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "FRACTAL_LEGACY_FIXTURES", matches = ".+")
  void every_fixture_comes_back() throws Exception {
    for (var fixture : fixtures()) {
      Files.copy(fixture, file);
      var result = prove();
      assertThat(result.differences()).as("%s", fixture).isEmpty();
      assertThat(result.rows()).as("%s", fixture).isPositive();
      Files.delete(file);
    }
  }

  private static List<Path> fixtures() throws Exception {
    try (Stream<Path> files = Files.list(Path.of(System.getenv("FRACTAL_LEGACY_FIXTURES")))) {
      return files.filter(path -> path.toString().endsWith(".db")).sorted().toList();
    }
  }

  private void prove(String... statements) throws SQLException {
    try (var database = LegacyDatabase.of(file, Stage.S02)) {
      database.goal("u", null);
      for (var sql : statements) {
        database.execute(sql);
      }
    }
    assertThat(prove().differences()).isEmpty();
  }

  private ProofResult prove() throws SQLException {
    return Proof.of(KeptFile.of(file), KeptFile.IMPORT, file, directory);
  }
}
