package org.fractalgoals.projections.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.ActivityFacts.activityDeleted;
import static org.fractalgoals.projections.fixture.ActivityFacts.group;
import static org.fractalgoals.projections.fixture.ActivityFacts.groupDeleted;
import static org.fractalgoals.projections.fixture.ActivityFacts.metric;
import static org.fractalgoals.projections.fixture.ActivityFacts.metricRemoved;
import static org.fractalgoals.projections.fixture.ActivityFacts.split;
import static org.fractalgoals.projections.fixture.ActivityFacts.splitRemoved;
import static org.fractalgoals.projections.fixture.ActivityFacts.template;
import static org.fractalgoals.projections.fixture.ActivityFacts.templateDeleted;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.NoteFacts.note;
import static org.fractalgoals.projections.fixture.NoteFacts.noteDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.instanceDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashQueriesTest {

  @TempDir Path directory;

  private Projected projected;

  /** r above a above b above c; r above d; q alone. */
  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"), goal("a", "r", "r"), goal("b", "r", "a"),
        goal("c", "r", "b"), goal("d", "r", "r")).when("q", "a-2", fractal("q"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private List<TrashItem> trash() {
    return projected.trash().trash("r").orElseThrow();
  }

  @Test
  void nothing_is_in_the_trash_of_a_fractal_where_all_lives() {
    assertThat(trash()).isEmpty();
    assertThat(projected.trash().trash()).isEmpty();
  }

  @Test
  void a_fractal_that_never_was_has_no_trash() {
    assertThat(projected.trash().trash("unknown")).isEmpty();
    assertThat(projected.trash().trash("a")).isEmpty();
  }

  @Test
  void a_cascade_is_one_item_named_by_what_was_asked_for() throws Exception {
    projected.when("r", "a-3", deleted("a"), deleted("b"), deleted("c"));

    assertThat(trash()).containsExactly(new TrashItem("a-3", at(4), EntityRef.goal("a"), "r",
        "name of a", 3, true, null));
  }

  @Test
  void what_is_restored_is_no_longer_in_the_trash() throws Exception {
    projected.when("r", "a-3", deleted("b"), deleted("c")).when("r", "a-4", restored("b"),
        restored("c"));

    assertThat(trash()).isEmpty();
  }

  @Test
  void the_newest_deletion_comes_first() throws Exception {
    projected.when("r", "a-3", new GoalDeleted("c", at(10)))
        .when("r", "a-4", new GoalDeleted("d", at(30)))
        .when("q", "a-5", new GoalDeleted("q", at(20)));

    assertThat(projected.trash().trash()).extracting(TrashItem::actionId)
        .containsExactly("a-4", "a-5", "a-3");
    assertThat(trash()).extracting(TrashItem::actionId).containsExactly("a-4", "a-3");
  }

  @Test
  void what_stands_below_something_deleted_names_what_to_restore_first() throws Exception {
    projected.when("r", "a-3", deleted("c")).when("r", "a-4", deleted("a"), deleted("b"));

    assertThat(trash()).filteredOn(item -> item.actionId().equals("a-3")).singleElement()
        .isEqualTo(new TrashItem("a-3", at(4), EntityRef.goal("c"), "r", "name of c", 1, false,
            "It stands below the goal \"name of a\", which is deleted:"
                + " restore that one first, or name another parent."));
    assertThat(trash()).filteredOn(item -> item.actionId().equals("a-4")).singleElement()
        .extracting(TrashItem::restorable).isEqualTo(true);
  }

  @Test
  void of_several_deleted_things_above_the_highest_is_named() throws Exception {
    projected.when("r", "a-3", deleted("c")).when("r", "a-4", deleted("b"))
        .when("r", "a-5", deleted("a"));

    assertThat(trash()).filteredOn(item -> item.actionId().equals("a-3")).singleElement()
        .extracting(TrashItem::reason).asString().contains("name of a", "name another parent");
  }

  @Test
  void a_deleted_fractal_still_shows_its_trash_with_itself_at_the_top() throws Exception {
    projected.when("r", "a-3", deleted("c")).when("r", "a-4", deleted("r"), deleted("a"),
        deleted("b"), deleted("d"));

    assertThat(trash()).extracting(TrashItem::ref).containsExactlyInAnyOrder(EntityRef.goal("r"),
        EntityRef.goal("c"));
    assertThat(trash()).filteredOn(TrashItem::restorable).singleElement()
        .satisfies(item -> assertThat(item.count()).isEqualTo(4));
  }

  @Test
  void what_was_asked_for_is_the_top_even_where_a_live_goal_below_a_deleted_one_went_along()
      throws Exception {
    projected.when("r", "i-1", deleted("b")).when("r", "a-3", deleted("a"), deleted("c"));
    assertThat(trash()).filteredOn(item -> item.actionId().equals("a-3")).singleElement()
        .extracting(TrashItem::ref, TrashItem::count).containsExactly(EntityRef.goal("a"), 2);

    projected.when("r", "a-4", restored("b"), moved("b", "r"));
    assertThat(trash()).singleElement().extracting(TrashItem::ref, TrashItem::count)
        .containsExactly(EntityRef.goal("a"), 2);
  }

  @Test
  void a_fractal_takes_the_goals_below_its_sessions_along() throws Exception {
    projected.when("r", "import", session("s", "r", "r"),
        created("0", "r", EntityRef.session("s"), "ImmediateGoal", 0)).when("r", "a-3",
            deleted("r"), deleted("a"), deleted("b"), deleted("c"), deleted("d"), deleted("0"),
            sessionDeleted("s"));

    assertThat(trash()).singleElement().extracting(TrashItem::ref, TrashItem::count)
        .containsExactly(EntityRef.goal("r"), 7);
  }

  @Test
  void imported_deletions_are_items_of_their_own() throws Exception {
    projected.when("r", "i-1", deleted("a")).when("r", "i-2", deleted("b"));

    assertThat(trash()).extracting(TrashItem::ref, TrashItem::count, TrashItem::restorable)
        .containsExactlyInAnyOrder(
            tuple(EntityRef.goal("a"), 1, true),
            tuple(EntityRef.goal("b"), 2, false));
  }

  @Test
  void the_live_children_of_an_imported_deletion_come_back_and_count() throws Exception {
    projected.when("r", "i-1", deleted("a"));
    assertThat(trash()).singleElement().extracting(TrashItem::count).isEqualTo(3);
    var alive = projected.visible().size();

    projected.when("r", "a-3", restored("a"));

    assertThat(projected.visible()).hasSize(alive + 3);
  }

  @Test
  void what_another_action_deleted_does_not_come_back_nor_what_is_below_it() throws Exception {
    projected.when("r", "a-3", deleted("b")).when("r", "i-1", deleted("r"));

    assertThat(projected.trash().trash()).extracting(TrashItem::ref, TrashItem::count)
        .containsExactlyInAnyOrder(tuple(EntityRef.goal("b"), 2), tuple(EntityRef.goal("r"), 3));
  }

  @Test
  void a_restoration_under_another_parent_empties_the_item_as_well() throws Exception {
    projected.when("r", "a-3", deleted("b"), deleted("c")).when("r", "a-4", deleted("a"))
        .when("r", "a-5", restored("b"), restored("c"), moved("b", "d"));

    assertThat(trash()).extracting(TrashItem::actionId).containsExactly("a-4");
  }

  private TrashItem item(String actionId) {
    return trash().stream().filter(item -> item.actionId().equals(actionId)).findFirst()
        .orElseThrow();
  }

  @Test
  void everything_that_can_be_restored_is_in_the_trash() throws Exception {
    projected.when("r", "a-3", session("s", "r", "a"), activity("x", "r", "Row"),
        instance("i", "s", "x"), group("g", "r", "Group"), template("t", "r", "Template"))
        .when("r", "b-1", instanceDeleted("i", "s")).when("r", "b-2", sessionDeleted("s"))
        .when("r", "b-3", activityDeleted("x")).when("r", "b-4", groupDeleted("g"))
        .when("r", "b-5", templateDeleted("t"));

    assertThat(trash()).containsExactly(
        new TrashItem("b-5", at(4), EntityRef.template("t"), "r", "Template", 1, true, null),
        new TrashItem("b-4", at(4), EntityRef.group("g"), "r", "Group", 1, true, null),
        new TrashItem("b-3", at(4), EntityRef.activity("x"), "r", "Row", 1, true, null),
        new TrashItem("b-2", at(4), EntityRef.session("s"), "r", "name of s", 1, true, null),
        new TrashItem("b-1", at(4), EntityRef.instance("i"), "r", "Row", 1, false,
            "It stands below the session \"name of s\", which is deleted: restore that one first."));
  }

  @Test
  void a_note_is_called_by_the_beginning_of_what_it_says() throws Exception {
    projected
        .when("r", "a-3",
            new NoteCreated("n", "r", EntityRef.goal("a"), null, "é".repeat(100), at(1)))
        .when("r", "b-1", noteDeleted("n"));

    assertThat(trash()).containsExactly(
        new TrashItem("b-1", at(4), EntityRef.note("n"), "r", "é".repeat(80), 1, true, null));
  }

  @Test
  void a_note_names_the_highest_deleted_thing_that_it_is_about() throws Exception {
    projected.when("r", "a-3", session("s", "r", "a"), activity("x", "r", "Row"),
        instance("i", "s", "x"), note("ng", "r", EntityRef.goal("c")),
        note("ni", "r", EntityRef.instance("i")), note("nx", "r", EntityRef.activity("x")))
        .when("r", "b-1", noteDeleted("ng")).when("r", "b-2", noteDeleted("ni"))
        .when("r", "b-3", noteDeleted("nx"));
    assertThat(trash()).hasSize(3).allMatch(TrashItem::restorable);

    projected.when("r", "c-1", instanceDeleted("i", "s")).when("r", "c-2", activityDeleted("x"))
        .when("r", "c-3", deleted("c"));
    assertThat(item("b-1").reason()).isEqualTo(
        "It stands below the goal \"name of c\", which is deleted: restore that one first.");
    assertThat(item("b-2").reason()).isEqualTo(
        "It stands below the instance \"Row\", which is deleted: restore that one first.");
    assertThat(item("b-3").reason()).isEqualTo(
        "It stands below the activity \"Row\", which is deleted: restore that one first.");

    projected.when("r", "c-4", sessionDeleted("s"));
    assertThat(item("b-2").reason()).isEqualTo(
        "It stands below the session \"name of s\", which is deleted: restore that one first.");
  }

  @Test
  void a_note_that_went_along_with_its_fractal_does_not_stand_in_the_way_of_it() throws Exception {
    projected.when("q", "a-3", activity("x", "q"), session("s", "q", "q"), instance("i", "s", "x"),
        note("n", "q", EntityRef.instance("i"))).when("q", "b-1", instanceDeleted("i", "s"))
        .when("q", "b-2", deleted("q"), sessionDeleted("s"), activityDeleted("x"),
            noteDeleted("n"));

    assertThat(projected.trash().trash("q").orElseThrow().getFirst()).isEqualTo(
        new TrashItem("b-2", at(4), EntityRef.goal("q"), "q", "name of q", 4, true, null));
  }

  @Test
  void a_removed_metric_or_split_is_not_in_the_trash() throws Exception {
    projected.when("r", "a-3", activity("x", "r"), metric("m", "x"), split("l", "x"),
        metricRemoved("m", "x"), splitRemoved("l", "x"));

    assertThat(trash()).isEmpty();
  }

  @Test
  void a_deleted_fractal_is_one_item_with_all_that_went_along() throws Exception {
    projected.when("r", "a-3", session("s", "r", "a"), activity("x", "r"), group("g", "r", "G"),
        template("t", "r", "T"), instance("i", "s", "x"))
        .when("r", "b-0", groupDeleted("g"))
        .when("r", "b-1", deleted("r"), deleted("a"), deleted("b"), deleted("c"), deleted("d"),
            sessionDeleted("s"), activityDeleted("x"), templateDeleted("t"));

    assertThat(item("b-1")).isEqualTo(
        new TrashItem("b-1", at(4), EntityRef.goal("r"), "r", "name of r", 8, true, null));
    assertThat(item("b-0").reason()).isEqualTo(
        "It stands below the fractal \"name of r\", which is deleted: restore that one first.");
    assertThat(trash()).hasSize(2);
  }

  @Test
  void sessions_and_goals_hidden_by_an_imported_deletion_come_back_and_count()
      throws Exception {
    projected.when("r", "a-3", session("s", "r", "c"), session("o", "r", null),
        created("i", "r", EntityRef.session("s"), "ImmediateGoal", 0))
        .when("r", "i-1", deleted("c"));
    assertThat(item("i-1").count()).isEqualTo(3);

    projected.when("r", "i-2", deleted("r"));
    assertThat(item("i-2").count()).isEqualTo(5);
  }

  @Test
  void a_session_below_a_deleted_goal_names_the_highest_one() throws Exception {
    projected.when("r", "a-3", session("s", "r", "b"),
        created("i", "r", EntityRef.session("s"), "ImmediateGoal", 0))
        .when("r", "b-1", deleted("i")).when("r", "b-2", sessionDeleted("s"))
        .when("r", "b-3", deleted("b")).when("r", "b-4", deleted("a"));

    assertThat(List.of(item("b-1"), item("b-2"))).extracting(TrashItem::reason)
        .containsOnly("It stands below the goal \"name of a\", which is deleted:"
            + " restore that one first, or name another parent.");
  }

  @Test
  void what_lost_its_name_to_another_needs_a_new_one() throws Exception {
    projected.when("r", "a-3", group("g", "r", "Same"), template("t", "r", "Same"),
        activity("x", "r", "Same")).when("r", "b-1", groupDeleted("g"))
        .when("r", "b-2", templateDeleted("t")).when("r", "b-3", activityDeleted("x"));
    assertThat(trash()).allMatch(TrashItem::restorable);

    projected.when("r", "a-4", group("g2", "r", "Same"), template("t2", "r", "Same"),
        activity("x2", "r", "Same"));

    assertThat(trash()).extracting(TrashItem::restorable, TrashItem::reason)
        .containsExactlyInAnyOrder(
            tuple(false, "Another group is called \"Same\" meanwhile: give this one another name."),
            tuple(false,
                "Another template is called \"Same\" meanwhile: give this one another name."),
            tuple(false,
                "Another activity is called \"Same\" meanwhile: give this one another name."));
  }

  @Test
  void a_name_is_not_taken_by_another_fractal_by_the_deleted_or_by_an_imported_double()
      throws Exception {
    projected.when("r", "a-3", group("g", "r", "Same")).when("r", "b-1", groupDeleted("g"))
        .when("q", "a-4", group("other", "q", "Same"))
        .imported("r", "import", List.of("DUPLICATE_NAME(name)"), group("double", "r", "Same"))
        .when("r", "a-5", group("g3", "r", "Same")).when("r", "b-2", groupDeleted("g3"));

    assertThat(trash()).hasSize(2).allMatch(TrashItem::restorable);
  }
}
