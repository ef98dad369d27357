package org.fractalgoals.projections.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.moved;
import static org.fractalgoals.projections.fixture.GoalFacts.restored;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
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
}
