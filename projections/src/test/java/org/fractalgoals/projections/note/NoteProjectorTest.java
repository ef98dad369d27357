package org.fractalgoals.projections.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.activityDeleted;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.NoteFacts.noteDeleted;
import static org.fractalgoals.projections.fixture.NoteFacts.noteRestored;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.fixture.Projected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What events about notes, and about what is above them, mean for the rows of notes. */
class NoteProjectorTest {

  private static final EntityRef GOAL = EntityRef.goal("a");
  private static final EntityRef SESSION = EntityRef.session("s");
  private static final EntityRef INSTANCE = EntityRef.instance("i");
  private static final EntityRef ACTIVITY = EntityRef.activity("x");

  @TempDir Path directory;

  private Projected projected;

  /** Instance i of x in session s below goal a below r. */
  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "made", fractal("r"), goal("a", "r", "r"), activity("x", "r"),
        session("s", "r", "a"), instance("i", "s", "x"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private Optional<NoteRow> find(String id) {
    return projected.notes().note("r", id);
  }

  private List<String> listed() {
    return projected.notes().ofFractal("r", null, 100).stream().map(NoteRow::id).toList();
  }

  private Map<String, @Nullable Object> stored(String id) throws SQLException {
    return projected.row("notes", id);
  }

  private void aboutEverything() throws Exception {
    projected.when("r", "a-1", note("ng", "r", GOAL), note("ns", "r", SESSION),
        note("ni", "r", INSTANCE), note("nx", "r", ACTIVITY));
  }

  @Test
  void a_note_about_an_instance_has_the_session_and_the_activity_of_it_too() throws Exception {
    projected.when("r", "a-1", new NoteCreated("n", "r", INSTANCE, 2L, "Slow\n", DAWN));

    assertThat(find("n")).contains(new NoteRow("n", "r", INSTANCE, "s", "x", 2L, "Slow\n", DAWN,
        DAWN, 0));
    assertThat(stored("n")).containsEntry("activity_instance_id", "i")
        .containsEntry("imported_as_is", 0).containsEntry("placeholder", 0);
  }

  @Test
  void any_other_note_has_what_it_is_about_alone() throws Exception {
    aboutEverything();

    assertThat(find("ng")).contains(new NoteRow("ng", "r", GOAL, null, null, null,
        "about goal/a", DAWN, DAWN, 0));
    assertThat(find("ns")).contains(new NoteRow("ns", "r", SESSION, "s", null, null,
        "about session/s", DAWN, DAWN, 0));
    assertThat(find("nx")).contains(new NoteRow("nx", "r", ACTIVITY, null, "x", null,
        "about activity/x", DAWN, DAWN, 0));
  }

  @Test
  void an_edit_changes_the_words_the_time_and_the_version() throws Exception {
    projected.when("r", "a-1", note("n", "r", GOAL), new NoteEdited("n", "Fast", at(2)));
    assertThat(find("n")).contains(new NoteRow("n", "r", GOAL, null, null, null, "Fast", DAWN,
        at(2), 1));

    projected.when("r", "a-2", new NoteTouched("n", at(9)));
    assertThat(find("n").map(NoteRow::updatedAt)).contains(at(9));
  }

  @Test
  void a_deleted_note_is_not_shown_until_it_is_restored() throws Exception {
    projected.when("r", "a-1", note("n", "r", SESSION)).when("r", "a-2", noteDeleted("n"));
    assertThat(find("n")).isEmpty();
    assertThat(listed()).isEmpty();
    assertThat(stored("n")).containsEntry("deleted_at", Microseconds.of(at(4)))
        .containsEntry("deleted_by", "a-2").containsEntry("deleted_position", 7);

    projected.when("r", "a-3", noteRestored("n"));
    assertThat(find("n").map(NoteRow::updatedAt)).contains(at(5));
    assertThat(stored("n")).containsEntry("deleted_at", null).containsEntry("deleted_by", null)
        .containsEntry("deleted_position", null);
  }

  @Test
  void a_note_is_hidden_with_its_goal_and_everything_further_above() throws Exception {
    aboutEverything();
    projected.when("r", "b-1", deleted("a"), sessionDeleted("s"));
    assertThat(listed()).containsExactly("nx");

    projected.imported("r", "i-1", List.of(), restored("a"), deleted("r"));
    assertThat(listed()).isEmpty();
    assertThat(find("nx")).isEmpty();
    assertThat(find("ng")).isEmpty();
  }

  @Test
  void a_note_is_hidden_with_its_session() throws Exception {
    aboutEverything();
    projected.when("r", "b-1", sessionDeleted("s"));

    assertThat(listed()).containsExactly("ng", "nx");
  }

  @Test
  void a_note_is_hidden_with_its_instance() throws Exception {
    aboutEverything();
    projected.when("r", "b-1", instanceDeleted("i", "s"));

    assertThat(listed()).containsExactly("ng", "ns", "nx");
    assertThat(projected.notes().ofSession("r", "s", null, 9)).extracting(NoteRow::id)
        .containsExactly("ns");
  }

  @Test
  void a_note_about_an_activity_is_hidden_with_it_and_those_about_its_instances_are_not()
      throws Exception {
    aboutEverything();
    projected.when("r", "b-1", activityDeleted("x"));

    assertThat(listed()).containsExactly("ng", "ni", "ns");
    assertThat(projected.notes().ofActivity("r", "x", null, 9)).extracting(NoteRow::id)
        .containsExactly("ni");
  }

  @Test
  void an_imported_note_may_be_blank_of_unknown_time_and_about_a_set_that_cannot_be()
      throws Exception {
    projected.imported("r", "import", List.of("CHECK_VIOLATED(content)"),
        new NoteCreated("n", "r", SESSION, -4L, "", null)).imported("r", "import", List.of(),
            new NoteTouched("n", null));

    assertThat(find("n")).contains(new NoteRow("n", "r", SESSION, "s", null, -4L, "",
        EventLog.CLAMPED, EventLog.CLAMPED, 1));
    assertThat(stored("n")).containsEntry("imported_as_is", 1);

    projected.when("r", "a-1", new NoteEdited("n", "Fast", at(1)));
    assertThat(stored("n")).containsEntry("imported_as_is", 0);
  }

  @Test
  void an_event_about_a_note_that_was_never_written_is_a_fault() {
    assertThatThrownBy(() -> projected.when("r", "a-1", new NoteTouched("n", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"n\" has no row");
  }
}
