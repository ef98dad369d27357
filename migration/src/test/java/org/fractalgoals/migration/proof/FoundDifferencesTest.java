package org.fractalgoals.migration.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;
import org.fractalgoals.domain.imports.ImportHistory.Fact;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.testing.KeptFile;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proof fails when something small is lost or changed. */
class FoundDifferencesTest {

  @TempDir Path directory;

  private Path file;
  private KeptFile kept;

  @BeforeEach
  void keepAFile() throws SQLException {
    file = directory.resolve("legacy.db");
    try (var database = LegacyDatabase.of(file, Stage.S02)) {
      database.goal("u", null).goal("a", "u")
          .execute("CREATE TABLE moods (mood TEXT COLLATE NOCASE, level, zero)")
          .execute("INSERT INTO moods VALUES ('calm', 1, 0.0), (NULL, 2.0, 0.0)")
          .execute("CREATE TABLE pairs (a TEXT, b TEXT, PRIMARY KEY (a)) WITHOUT ROWID")
          .execute("INSERT INTO pairs VALUES ('x', 'y')")
          .execute("CREATE TABLE hidden (rowid, _rowid_, oid)")
          .execute("INSERT INTO hidden VALUES (1, 2, 3), (1, 2, 3)")
          .execute("CREATE INDEX by_mood ON moods (mood)");
    }
    kept = KeptFile.of(file);
  }

  @Test
  void nothing_is_found_as_long_as_nothing_is_altered() {
    assertThat(proof()).satisfies(result -> {
      assertThat(result.equal()).isTrue();
      assertThat(result.rows()).isEqualTo(7);
      assertThat(result.cells()).isEqualTo(2 * 12 + 2 * 3 + 2 + 2 * 3);
    });
  }

  @Test
  void another_value_is_found() {
    inRows("\"Goal a\"", "\"Goal b\"");
    assertThat(proof().differences())
        .containsExactly(
            new Difference("goals", "2", "\"name\"", "text 'Goal a'", "text 'Goal b'"));
  }

  @Test
  void another_case_is_found_where_the_table_knows_none() {
    inRows("\"calm\"", "\"Calm\"");
    assertThat(proof().differences())
        .containsExactly(new Difference("moods", "1", "\"mood\"", "text 'calm'", "text 'Calm'"));
  }

  @Test
  void another_class_is_found() {
    inRows("\"level\",\"integer\",1]", "\"level\",\"real\",\"1.0\"]");
    assertThat(proof().differences())
        .containsExactly(new Difference("moods", "1", "\"level\"", "integer 1", "real 1.0"));
  }

  @Test
  void another_sign_of_zero_is_found() {
    inRows("\"0.0\"", "\"-0.0\"");
    assertThat(proof().differences()).extracting(Difference::column).containsExactly("\"zero\"",
        "\"zero\"");
  }

  @Test
  void null_is_not_the_empty_text() {
    inRows("[\"mood\",\"null\",null]", "[\"mood\",\"text\",\"\"]");
    assertThat(proof().differences())
        .containsExactly(new Difference("moods", "2", "\"mood\"", "null NULL", "text ''"));
  }

  @Test
  void a_missing_row_is_found() {
    kept.facts().removeIf(fact -> String.valueOf(fact.row()).contains("Goal a"));
    assertThat(proof().differences())
        .containsExactly(new Difference("goals", "2", null, "a row", null));
  }

  @Test
  void one_row_too_many_is_found() {
    var row = kept.facts().stream().filter(fact -> String.valueOf(fact.row()).contains("Goal a"))
        .findFirst().orElseThrow();
    kept.add(new RowKept(KeptFile.IMPORT, "goals", null, MigrationRun.NOW),
        String.valueOf(row.row()).replace("\"rowid\":2", "\"rowid\":3").replace("\"a\"", "\"c\""));
    assertThat(proof().differences())
        .containsExactly(new Difference("goals", "3", null, null, "a row"));
  }

  @Test
  void another_rowid_is_found() {
    inRows("\"rowid\":2,\"pk\":[\"a\"]", "\"rowid\":8,\"pk\":[\"a\"]");
    assertThat(proof().differences()).extracting(Difference::key).containsExactly("2", "8");
  }

  @Test
  void another_row_is_found_in_a_table_without_rowids() {
    inRows("\"y\"", "\"z\"");
    assertThat(proof().differences())
        .containsExactly(new Difference("pairs", "'x'", "\"b\"", "text 'y'", "text 'z'"));
  }

  @Test
  void another_row_is_found_in_a_table_that_hides_its_rowids() {
    inRows("[\"oid\",\"integer\",3]", "[\"oid\",\"integer\",4]");
    assertThat(proof().differences()).extracting(Difference::table).containsExactly("hidden");
  }

  @Test
  void a_missing_table_is_found() {
    kept.facts().removeIf(fact -> String.valueOf(fact.row()).contains("\"table\":\"pairs\""));
    inSchema(schema -> new SchemaKept(schema.importId(), schema.encoding(), schema.userVersion(),
        schema.applicationId(),
        schema.objects().stream().filter(object -> !object.table().equals("pairs")).toList(),
        schema.at()));
    assertThat(proof().differences()).extracting(Difference::table)
        .containsExactly("table pairs");
  }

  @Test
  void a_missing_index_is_found() {
    inSchema(schema -> new SchemaKept(schema.importId(), schema.encoding(), schema.userVersion(),
        schema.applicationId(),
        schema.objects().stream().filter(object -> !object.name().equals("by_mood")).toList(),
        schema.at()));
    assertThat(proof().differences()).extracting(Difference::table)
        .containsExactly("index by_mood");
  }

  @Test
  void another_header_is_found() {
    inSchema(schema -> new SchemaKept(schema.importId(), "UTF-16le", 1, 2, schema.objects(),
        schema.at()));
    assertThat(proof().differences()).extracting(Difference::table).containsExactly("encoding",
        "user_version", "application_id");
  }

  @Test
  void indexes_made_for_reading_are_no_part_of_the_file() throws SQLException {
    try (var database = LegacyDatabase.empty(file)) {
      database.execute("CREATE INDEX \"importing goals name\" ON goals (name)");
    }
    assertThat(proof().equal()).isTrue();
  }

  @Test
  void no_more_than_the_first_differences_are_told() throws SQLException {
    try (var database = LegacyDatabase.empty(file)) {
      for (int i = 0; i < 30; i++) {
        database.goal("g" + i, "u");
      }
    }
    assertThat(proof().differences()).hasSize(CellProof.MOST);
  }

  private ProofResult proof() {
    return Proof.of(kept, KeptFile.IMPORT, file, directory);
  }

  private void inRows(String from, String to) {
    kept.facts().replaceAll(fact -> fact.row() == null ? fact
        : new Fact(fact.position(), fact.event(), fact.row().replace(from, to)));
  }

  private void inSchema(UnaryOperator<SchemaKept> change) {
    kept.facts().replaceAll(fact -> fact.event() instanceof SchemaKept schema
        ? new Fact(fact.position(), change.apply(schema), null)
        : fact);
  }
}
