package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.api.Practice;
import org.fractalgoals.api.RunningServer;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.imports.ImportEvent.Declared;
import org.fractalgoals.domain.imports.ImportEvent.LegacyFileImported;
import org.fractalgoals.domain.imports.ImportEvent.RowKept;
import org.fractalgoals.domain.imports.ImportEvent.SchemaKept;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Export beside a running server. */
class ExportTest {

  private static final Instant AT = RunningServer.START;

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @TempDir private Path directory = Path.of("");

  @Test
  void today_is_written_for_the_legacy_application() throws Exception {
    var practice = Practice.on(SERVER);
    var session = practice.session("Morning");
    var instance = practice.instance(session, practice.activity("Bowline"));
    var gone = practice.goal("LongTermGoal", practice.root(), "Gone");
    SERVER.delete("/api/goals/" + gone).ok(200);
    var out = directory.resolve("today.db");

    var outcome = export("--legacy", out.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("Wrote " + out);
    assertThat(texts(out, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(texts(out, "SELECT id FROM goals WHERE root_id = '%s'".formatted(practice.root())))
        .containsExactlyInAnyOrder(practice.root(), practice.goal());
    assertThat(texts(out, "SELECT session_id FROM activity_instances WHERE id = '%s'"
        .formatted(instance))).containsExactly(session);

    var all = directory.resolve("all.db");
    assertThat(export("--legacy", "--with-deleted", all.toString()).code()).isZero();
    assertThat(texts(all, "SELECT id FROM goals WHERE deleted_at IS NOT NULL")).contains(gone);
  }

  @Test
  void an_imported_file_is_written_as_it_was() throws Exception {
    importOneRow("first", "moods", "calm");
    importOneRow("second", "tempers", "hot");
    var last = directory.resolve("last.db");
    var outcome = export("--as-imported", last.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("second.db as it was imported, with 1 rows.")
        .doesNotContain("purged");
    assertThat(texts(last, "SELECT mood FROM tempers")).containsExactly("hot");

    var first = directory.resolve("first.db");
    assertThat(export("--as-imported", "--import", "first", first.toString()).code()).isZero();
    assertThat(texts(first, "SELECT mood FROM moods")).containsExactly("calm");

    var unknown = export("--as-imported", "--import", "third", directory + "/third.db");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("There is no import \"third\"", "first (first.db)",
        "second (second.db)");
    assertThat(directory.resolve("third.db")).doesNotExist();
  }

  @Test
  void a_file_that_is_there_is_not_overwritten() throws Exception {
    var out = Files.writeString(directory.resolve("mine.txt"), "mine");
    var outcome = export("--legacy", out.toString());
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).hasLineCount(1).contains("There is a file " + out);
    assertThat(out).hasContent("mine");
  }

  @Test
  void one_form_must_be_asked_for_with_what_goes_with_it() {
    var out = directory.resolve("out.db").toString();
    assertThat(export(out).code()).isEqualTo(2);
    assertThat(export("--legacy", "--as-imported", out).code()).isEqualTo(2);
    assertThat(export("--legacy").code()).isEqualTo(2);
    assertThat(export("--legacy", "--import", "x", out).err())
        .contains("--import does not go with");
    assertThat(export("--as-imported", "--with-deleted", out).err())
        .contains("--with-deleted does not go with");
  }

  @Test
  void a_store_without_imports_says_so() {
    var empty = directory.resolve("empty");
    assertThat(new Shell().run("--data", empty.toString(), "export", "--as-imported",
        directory + "/x.db").code()).isEqualTo(1);
  }

  private Outcome export(String... arguments) {
    var all = new ArrayList<>(List.of("--data", SERVER.directory().toString(), "export"));
    all.addAll(List.of(arguments));
    return new Shell().run(all.toArray(String[]::new));
  }

  private static void importOneRow(String id, String table, String mood) {
    append(new SchemaKept(id, "UTF-8", 0, 0, List.of(new Declared("table", table, table,
        "CREATE TABLE %s (mood TEXT)".formatted(table))), AT), null);
    append(new RowKept(id, table, null, AT), """
      {"file":"f","stage":"S16","table":"%s","rowid":7,"pk":[],"cols":[["mood","text","%s"]]}"""
        .formatted(table, mood));
    append(new LegacyFileImported(id, id + ".db", "ab".repeat(32), 1, "S16", "Europe/Berlin",
        List.of(new TableRows(table, 1, 0, 1, 0)), 2, 0, null, AT), null);
  }

  private static void append(ImportEvent event, @Nullable String row) {
    var store = SERVER.application().store();
    store.append(List.of(new NewEvent(store.ids().next(), NewEvent.NEXT, event,
        new Envelope(Envelope.SYSTEM_ROOT,
            new Origin("test", Source.MIGRATION, event.importId()), null,
            new Imported(event.importId(), null, List.of(), row)))));
    SERVER.awaitApplied();
  }

  private static List<String> texts(Path file, String query) throws SQLException {
    var texts = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      while (found.next()) {
        texts.add(found.getString(1));
      }
    }
    return texts;
  }
}
