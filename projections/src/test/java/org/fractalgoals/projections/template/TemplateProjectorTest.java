package org.fractalgoals.projections.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.fixture.SqlRecorder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateProjectorTest {

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "made", fractal("r"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private static TemplateCreated created(String id, String name) {
    return new TemplateCreated(id, "r", name, "", json("{\"a\": 1.00}"), DAWN);
  }

  private TemplateQueries queries() {
    return new TemplateQueries(projected.readers());
  }

  private List<String> listed() {
    return queries().templates("r").stream().map(TemplateRow::id).toList();
  }

  private Optional<TemplateRow> find(String id) {
    return queries().template("r", id);
  }

  private Map<String, @Nullable Object> stored(String id) throws SQLException {
    return projected.rows("SELECT * FROM session_templates WHERE id = '%s'".formatted(id))
        .getFirst();
  }

  @Test
  void a_created_template_has_all_that_its_event_says() throws Exception {
    projected.when("r", "a-1",
        new TemplateCreated("t", "r", "Dry dock", "Text", json("{ \"b\": 1.00 }"), DAWN));

    assertThat(find("t")).contains(new TemplateRow("t", "r", "Dry dock", "Text",
        "{ \"b\": 1.00 }", DAWN, DAWN, 0));
    assertThat(stored("t")).containsEntry("imported_as_is", 0).containsEntry("placeholder", 0)
        .containsEntry("deleted_at", null);
  }

  @Test
  void each_change_changes_what_it_says_the_time_and_the_version() throws Exception {
    projected.when("r", "a-1", created("t", "Dry dock"), new TemplateRenamed("t", "Wet", at(1)),
        new TemplateDescribed("t", "Text", at(2)),
        new TemplateDataChanged("t", json("{ }"), at(3)));
    assertThat(find("t")).contains(new TemplateRow("t", "r", "Wet", "Text", "{ }", DAWN, at(3), 3));

    projected.when("r", "a-2", new TemplateTouched("t", at(9)));
    assertThat(find("t")).contains(new TemplateRow("t", "r", "Wet", "Text", "{ }", DAWN, at(9), 4));
  }

  @Test
  void a_creation_at_an_unknown_time_takes_the_time_of_the_store() throws Exception {
    projected.imported("r", "import", List.of(),
        new TemplateCreated("t", "r", "Dry dock", "", json("{}"), null),
        new TemplateRenamed("t", "Wet", null));

    assertThat(stored("t")).containsEntry("created_at", Microseconds.of(EventLog.CLAMPED))
        .containsEntry("updated_at", Microseconds.of(EventLog.CLAMPED));
  }

  @Test
  void a_deleted_template_is_not_shown_and_knows_when_and_by_what_it_was_deleted()
      throws Exception {
    projected.when("r", "a-1", created("t", "Dry dock"))
        .when("r", "a-2", new TemplateDeleted("t", at(4)));

    assertThat(listed()).isEmpty();
    assertThat(find("t")).isEmpty();
    assertThat(stored("t")).containsEntry("deleted_at", Microseconds.of(at(4)))
        .containsEntry("deleted_by", "a-2").containsEntry("deleted_position", 3);
  }

  @Test
  void a_restored_template_is_shown_again() throws Exception {
    projected.when("r", "a-1", created("t", "Dry dock"))
        .when("r", "a-2", new TemplateDeleted("t", at(4)))
        .when("r", "a-3", new TemplateRestored("t", at(5)));

    assertThat(find("t").map(TemplateRow::updatedAt)).contains(at(5));
    assertThat(stored("t")).containsEntry("deleted_at", null).containsEntry("deleted_by", null)
        .containsEntry("deleted_position", null).containsEntry("imported_as_is", 0);
  }

  @Test
  void one_that_comes_back_under_another_name_may_have_had_a_name_that_is_taken()
      throws Exception {
    projected.when("r", "a-1", created("t", "Dry dock"))
        .when("r", "a-2", new TemplateDeleted("t", at(4)))
        .when("r", "a-3", created("u", "Dry dock"))
        .when("r", "a-4", new TemplateRenamed("t", "Wet", at(5)), new TemplateRestored("t", at(5)));

    assertThat(find("t").map(TemplateRow::name)).contains("Wet");
    assertThat(stored("t")).containsEntry("imported_as_is", 0);
    assertThatThrownBy(() -> projected.when("r", "a-5", new TemplateRenamed("u", "Wet", at(6))))
        .isInstanceOf(SQLException.class).hasMessageContaining("UNIQUE");
  }

  @Test
  void an_imported_namesake_is_flagged_until_it_gets_a_name_of_its_own() throws Exception {
    projected.imported("r", "import", List.of(), created("t", "Dry dock"))
        .imported("r", "import", List.of("DUPLICATE_NAME(name)"), created("u", "Dry dock"));
    assertThat(listed()).containsExactly("t", "u");
    assertThat(stored("u")).containsEntry("imported_as_is", 1);

    projected.when("r", "a-1", new TemplateRenamed("u", "Wet", at(1)));
    assertThat(stored("u")).containsEntry("imported_as_is", 0);
  }

  @Test
  void templates_are_listed_in_the_order_of_their_creation_then_of_their_ids() throws Exception {
    projected.when("r", "a-1", created("c", "1"), created("a", "2"),
        new TemplateCreated("z", "r", "3", "", json("{}"), at(-1)));

    assertThat(listed()).containsExactly("z", "a", "c");
  }

  @Test
  void a_template_of_a_deleted_fractal_or_of_another_one_is_not_shown() throws Exception {
    projected.when("q", "a-1", fractal("q")).when("r", "a-2", created("t", "Dry dock"));
    assertThat(queries().template("q", "t")).isEmpty();
    assertThat(queries().templates("q")).isEmpty();
    assertThat(listed()).containsExactly("t");

    projected.imported("r", "import", List.of(), new GoalDeleted("r", at(4)));

    assertThat(listed()).isEmpty();
    assertThat(find("t")).isEmpty();
  }

  @Test
  void an_event_about_a_template_that_was_never_created_is_a_fault() {
    assertThatThrownBy(() -> projected.when("r", "a-1", new TemplateTouched("t", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"t\" has no row");
  }

  @Test
  void questions_and_events_find_their_rows_by_index() throws Exception {
    for (int number = 0; number < 50; number++) {
      projected.when("r", "made-" + number, created("t" + number, "name " + number));
    }
    projected.when("r", "a-1", new TemplateRenamed("t1", "Wet", at(1)),
        new TemplateDeleted("t1", at(2)), new TemplateRestored("t1", at(3)));
    var recorder = new SqlRecorder();
    var queries = new TemplateQueries(recorder.listeningTo(projected.readers()));
    queries.templates("r");
    queries.template("r", "t1");

    assertThat(recorder.prepared()).hasSize(2);
    var statements = new LinkedHashSet<>(recorder.prepared());
    statements.addAll(projected.recorder().prepared());
    for (var sql : statements) {
      assertThat(projected.rows("EXPLAIN QUERY PLAN " + sql))
          .noneMatch(step -> String.valueOf(step.get("detail")).startsWith("SCAN"));
    }
    assertThat(projected.rows("EXPLAIN QUERY PLAN " + recorder.prepared().iterator().next()))
        .anyMatch(step -> String.valueOf(step.get("detail"))
            .contains("INDEX idx_session_templates_root (root_id=?)"));
  }
}
