package org.fractalgoals.migration.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawRowTest {

  @TempDir Path directory;

  private LegacyDatabase database;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = LegacyDatabase.of(directory.resolve("goals.db"), Stage.S02);
  }

  @AfterEach
  void closeDatabase() throws SQLException {
    database.close();
  }

  @Test
  void every_cell_keeps_its_storage_class_and_its_value() throws Exception {
    database
        .execute("CREATE TABLE things (id INTEGER PRIMARY KEY, a NUMERIC, b NUMERIC, c, d, e)")
        .execute("INSERT INTO things VALUES (7, '007', '1e-3', x'00FF', NULL, '')");
    assertThat(json("things")).containsExactly(
        """
          {"file":"hash","stage":"S02","table":"things","rowid":7,"pk":[7],"cols":[["id","integer",7],["a","integer",7],["b","real","0.001"],["c","blob","00ff"],["d","null",null],["e","text",""]]}""");
  }

  @Test
  void numbers_read_back_as_the_same_numbers() throws Exception {
    database.execute("CREATE TABLE numbers (a, b, c, d)").execute(
        "INSERT INTO numbers VALUES (9223372036854775807, 0.1, 1e300 * 1e300, 2.0)");
    assertThat(json("numbers")).singleElement().asString().endsWith(
        """
          "cols":[["a","integer",9223372036854775807],["b","real","0.1"],["c","real","Infinity"],["d","real","2.0"]]}""");
  }

  @Test
  void text_is_kept_with_every_character() throws Exception {
    var text = "a\u0000b\n\"\\ \u00e9 \uD83C\uDFAF \uFFFD";
    database.execute("CREATE TABLE texts (a TEXT)").execute("INSERT INTO texts VALUES (?)", text);
    assertThat(rows("texts")).singleElement().extracting(row -> row.text("a")).isEqualTo(text);
  }

  @Test
  void text_that_is_no_text_keeps_its_bytes() throws Exception {
    database.execute("CREATE TABLE texts (a TEXT)")
        .execute("INSERT INTO texts VALUES (CAST(x'61ff62' AS TEXT))");
    assertThat(json("texts")).singleElement().asString()
        .endsWith("\"cols\":[[\"a\",\"text\",{\"hex\":\"61ff62\"}]]}");
    assertThat(rows("texts")).singleElement().extracting(row -> row.text("a"))
        .isEqualTo("a\uFFFDb");
  }

  @Test
  void a_table_without_rowids_has_none() throws Exception {
    database.execute("CREATE TABLE pairs (b TEXT, a TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID")
        .execute("INSERT INTO pairs VALUES ('second', 'first')");
    assertThat(json("pairs")).singleElement().asString()
        .contains("\"rowid\":null,\"pk\":[\"first\",\"second\"],\"cols\":[[\"b\",");
  }

  @Test
  void a_key_may_be_null_and_a_table_may_have_no_key() throws Exception {
    database.execute("CREATE TABLE keyless (a)").execute("INSERT INTO keyless VALUES (1)")
        .goal(null, null);
    assertThat(json("keyless")).singleElement().asString().contains("\"pk\":[]");
    assertThat(json("goals")).singleElement().asString().contains("\"rowid\":1,\"pk\":[null]");
  }

  @Test
  void columns_may_take_all_names_of_the_rowid() throws Exception {
    database.execute("CREATE TABLE shy (rowid TEXT)").execute("INSERT INTO shy VALUES ('mine')")
        .execute("CREATE TABLE hidden (rowid, _rowid_, OID)")
        .execute("INSERT INTO hidden VALUES (5, 6, 7)");
    assertThat(rows("shy")).singleElement().extracting(LegacyRow::rowid).isEqualTo(1L);
    assertThat(rows("hidden")).singleElement().extracting(LegacyRow::rowid).isNull();
  }

  @Test
  void names_may_be_anything_and_know_no_case() throws Exception {
    database.execute("CREATE TABLE \"odd \"\"name\" (\"it's; DROP\" TEXT)")
        .execute("INSERT INTO \"odd \"\"name\" VALUES ('x')");
    assertThat(rows("ODD \"name")).singleElement().extracting(row -> row.text("IT'S; drop"))
        .isEqualTo("x");
  }

  @Test
  void an_absent_column_is_not_null() throws Exception {
    database.goal("g", null, "root_id", null);
    assertThat(rows("goals")).singleElement().satisfies(row -> {
      assertThat(row.holdsNull("root_id")).isTrue();
      assertThat(row.holdsNull("updated_at")).isFalse();
      assertThat(row.value("updated_at")).isNull();
    });
  }

  private List<String> json(String table) {
    return rows(table).stream().map(row -> RawRow.json("hash", Stage.S02, row)).toList();
  }

  private List<LegacyRow> rows(String table) {
    try (
        var copy = SourceCopy.of(directory.resolve("goals.db"), directory.resolve("data"),
            MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      return legacy.rows(table);
    }
  }
}
