package org.fractalgoals.projections.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.session;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.projections.fixture.Projected;
import org.fractalgoals.projections.fixture.SqlRecorder;
import org.fractalgoals.projections.paging.Cursor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of notes, page by page. */
class NoteQueriesTest {

  @TempDir Path directory;

  private Projected projected;

  /** Two instances i and j of x in s, one k of y in t; a note about each thing, and some at the same time. */
  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), goal("a", "r", "r"), activity("x", "r"),
        activity("y", "r"), session("s", "r", "a"), session("t", "r", "a"),
        instance("i", "s", "x"), instance("j", "s", "x"), instance("k", "t", "y"),
        note("1", "r", EntityRef.goal("r"), at(1)), note("2", "r", EntityRef.goal("a"), at(2)),
        note("3", "r", EntityRef.session("s"), at(3)),
        note("4", "r", EntityRef.instance("i"), at(4)),
        note("6", "r", EntityRef.instance("j"), at(5)),
        note("5", "r", EntityRef.instance("i"), at(5)),
        note("7", "r", EntityRef.session("t"), at(7)),
        note("8", "r", EntityRef.instance("k"), at(8)),
        note("9", "r", EntityRef.activity("x"), at(9)));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private static List<String> ids(List<NoteRow> notes) {
    return notes.stream().map(NoteRow::id).toList();
  }

  @Test
  void the_notes_of_a_fractal_come_newest_first_then_by_id() {
    assertThat(ids(projected.notes().ofFractal("r", null, 100)))
        .containsExactly("9", "8", "7", "5", "6", "4", "3", "2", "1");
  }

  @Test
  void a_session_has_the_notes_about_what_was_performed_in_it_too() {
    assertThat(ids(projected.notes().ofSession("r", "s", null, 100)))
        .containsExactly("5", "6", "4", "3");
  }

  @Test
  void an_activity_has_the_notes_about_its_instances_too() {
    assertThat(ids(projected.notes().ofActivity("r", "x", null, 100)))
        .containsExactly("9", "5", "6", "4");
  }

  @Test
  void an_instance_and_a_goal_have_their_own_notes_only() {
    assertThat(ids(projected.notes().ofInstance("r", "i", null, 100))).containsExactly("5", "4");
    assertThat(ids(projected.notes().ofGoal("r", "a", null, 100))).containsExactly("2");
  }

  @Test
  void in_another_fractal_there_are_none_of_them() throws Exception {
    projected.when("q", "a-2", fractal("q"));

    assertThat(projected.notes().ofFractal("q", null, 100)).isEmpty();
    assertThat(projected.notes().ofSession("q", "s", null, 100)).isEmpty();
    assertThat(projected.notes().note("q", "3")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 8, 9, 10})
  void pages_of_any_size_give_every_note_once(int size) {
    var seen = new ArrayList<String>();
    Cursor after = null;
    List<NoteRow> page;
    do {
      page = projected.notes().ofFractal("r", after, size);
      seen.addAll(ids(page));
      after = page.isEmpty() ? after : page.getLast().cursor();
    } while (page.size() == size);

    assertThat(seen).isEqualTo(ids(projected.notes().ofFractal("r", null, 100)));
  }

  @Test
  void what_is_written_meanwhile_does_not_move_the_pages() throws Exception {
    var first = projected.notes().ofFractal("r", null, 4);
    projected.when("r", "a-2", note("0", "r", EntityRef.goal("r"), at(20)));

    assertThat(ids(projected.notes().ofFractal("r", first.getLast().cursor(), 3)))
        .containsExactly("6", "4", "3");
  }

  @Test
  void every_list_is_read_in_the_order_of_its_index_and_never_sorted() throws Exception {
    var recorder = new SqlRecorder();
    var notes = new NoteQueries(recorder.listeningTo(projected.readers()));
    notes.ofFractal("r", null, 5);
    notes.ofGoal("r", "a", null, 5);
    notes.ofSession("r", "s", null, 5);
    notes.ofInstance("r", "i", null, 5);
    notes.ofActivity("r", "x", null, 5);

    assertThat(recorder.prepared()).hasSize(5);
    for (var sql : recorder.prepared()) {
      assertThat(projected.rows("EXPLAIN QUERY PLAN " + sql))
          .extracting(step -> String.valueOf(step.get("detail")))
          .noneMatch(step -> step.contains("TEMP B-TREE"))
          .first().asString().matches("SEARCH note USING INDEX idx_notes_\\w+ \\(.*created_at<.*");
    }
  }
}
