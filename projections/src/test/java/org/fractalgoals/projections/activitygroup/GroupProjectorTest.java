package org.fractalgoals.projections.activitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupTouched;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.projections.fixture.Projected;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupProjectorTest {

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

  private static GroupCreated created(String id, String name, long sortOrder) {
    return new GroupCreated(id, "r", name, "", sortOrder, DAWN);
  }

  private GroupQueries queries() {
    return new GroupQueries(projected.readers());
  }

  private List<String> listed() {
    return queries().groups("r").stream().map(GroupRow::id).toList();
  }

  private @Nullable Object stored(String column, String id) throws SQLException {
    return projected.rows("SELECT %s AS it FROM activity_groups WHERE id = '%s'"
        .formatted(column, id)).getFirst().get("it");
  }

  @Test
  void a_group_is_what_its_events_say() throws Exception {
    projected.when("r", "a-1", created("g", "Knots", 3), new GroupRenamed("g", "Bends", at(1)),
        new GroupDescribed("g", "Ropes", at(2)), new GroupReordered("g", 7, at(3)),
        new GroupTouched("g", at(4)));

    assertThat(queries().group("r", "g"))
        .contains(new GroupRow("g", "r", "Bends", "Ropes", 7, DAWN, at(4), 4));
  }

  @Test
  void groups_are_listed_by_sort_order_then_by_time_and_id() throws Exception {
    projected.when("r", "a-1", created("c", "1", 1), created("b", "2", 0), created("a", "3", 1),
        new GroupCreated("z", "r", "4", "", 1, at(-1)));

    assertThat(listed()).containsExactly("b", "z", "a", "c");
  }

  @Test
  void a_deleted_group_is_not_shown_until_it_is_restored() throws Exception {
    projected.when("r", "a-1", created("g", "Knots", 1))
        .when("r", "a-2", new GroupDeleted("g", at(4)));
    assertThat(listed()).isEmpty();
    assertThat(queries().group("r", "g")).isEmpty();
    assertThat(stored("deleted_by", "g")).isEqualTo("a-2");

    projected.when("r", "a-3", new GroupRestored("g", at(5)));
    assertThat(listed()).containsExactly("g");
  }

  @Test
  void one_that_comes_back_under_another_name_may_have_had_a_name_that_is_taken()
      throws Exception {
    projected.when("r", "a-1", created("g", "Knots", 1))
        .when("r", "a-2", new GroupDeleted("g", at(4))).when("r", "a-3", created("h", "Knots", 2))
        .when("r", "a-4", new GroupRenamed("g", "Old", at(5)), new GroupRestored("g", at(5)));

    assertThat(listed()).containsExactly("g", "h");
  }

  @Test
  void an_imported_namesake_is_marked_until_it_gets_a_name_of_its_own() throws Exception {
    projected.imported("r", "import", List.of(), created("g", "Knots", 1))
        .imported("r", "import", List.of("DUPLICATE_NAME(name)"), created("h", "Knots", 2));
    assertThat(stored("imported_as_is", "h")).isEqualTo(1);

    projected.when("r", "a-1", new GroupRenamed("h", "Bends", at(1)));
    assertThat(stored("imported_as_is", "h")).isEqualTo(0);
  }

  @Test
  void groups_of_another_or_a_deleted_fractal_are_not_shown() throws Exception {
    projected.when("q", "a-1", fractal("q")).when("r", "a-2", created("g", "Knots", 1));
    assertThat(queries().group("q", "g")).isEmpty();
    assertThat(queries().groups("q")).isEmpty();

    projected.imported("r", "import", List.of(), new GoalDeleted("r", at(4)));
    assertThat(listed()).isEmpty();
    assertThat(queries().group("r", "g")).isEmpty();
  }

  @Test
  void an_event_about_a_group_that_was_never_created_is_not_passed_over() {
    assertThatThrownBy(() -> projected.when("r", "a-1", new GroupTouched("g", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("\"g\"");
  }
}
