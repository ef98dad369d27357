package org.fractalgoals.migration.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;

import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.source.MigrationFailed;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFileTest {

  @TempDir private Path directory = Path.of("");

  private Path written() {
    var file = directory.resolve("goals.db");
    DemoFile.write(file, MigrationRun.NOW);
    return file;
  }

  @Test
  void it_is_of_the_newest_stage_and_has_rows_in_every_table_but_that_of_splits() {
    var result = MigrationRun.of(written()).result();

    assertThat(result.file().stage()).isEqualTo(Stage.S16);
    assertThat(result.unknownTables()).isEmpty();
    assertThat(result.tables()).hasSize(15).filteredOn(table -> table.read() == 0)
        .extracting(TableRows::table).containsExactly("split_definitions");
  }

  @Test
  void every_row_of_it_becomes_an_event_and_only_clocks_and_parents_of_sessions_have_to_be_assumed() {
    var result = MigrationRun.of(written()).result();

    assertThat(result.tables()).allMatch(table -> table.told() == table.read());
    assertThat(result.flags().keySet()).containsExactly("CLOCK_ASSUMED(local)",
        "CLOCK_ASSUMED(utc)", "PARENT_FROM_LINK", "TIME_UNKNOWN");
  }

  @Test
  void all_its_references_lead_somewhere() throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + written());
        var statement = connection.createStatement();
        var broken = statement.executeQuery("PRAGMA foreign_key_check")) {
      assertThat(broken.next()).isFalse();
    }
  }

  @Test
  void a_place_that_cannot_be_written_is_named() {
    var nowhere = directory.resolve("missing").resolve("goals.db");

    assertThatThrownBy(() -> DemoFile.write(nowhere, MigrationRun.NOW))
        .isInstanceOf(MigrationFailed.class).hasMessageContaining(nowhere.toString());
  }
}
