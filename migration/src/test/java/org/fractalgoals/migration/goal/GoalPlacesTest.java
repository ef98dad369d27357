package org.fractalgoals.migration.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.testing.LegacyDatabase;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where goals stand, and which of them stand nowhere. */
class GoalPlacesTest {

  @TempDir Path directory;

  @Test
  void a_goals_root_is_the_top_of_its_parents() throws Exception {
    var run = migrate(stage(Stage.S02).goal("nano", "micro").goal("micro", "top").goal("top", null)
        .goal("other", null));
    assertThat(run.events().creations()).extracting(GoalCreated::goalId, GoalCreated::rootId,
        GoalCreated::parent).containsExactlyInAnyOrder(tuple("top", "top", null),
            tuple("micro", "top", EntityRef.goal("top")),
            tuple("nano", "top", EntityRef.goal("micro")), tuple("other", "other", null));
    assertThat(run.events().of("nano").get(0).envelope().rootId()).isEqualTo("top");
  }

  @Test
  void a_root_may_be_of_any_type() throws Exception {
    var run = migrate(stage(Stage.S11).goal("g", null, "type", "LongTermGoal"));
    assertThat(run.events().created("g").rootId()).isEqualTo("g");
  }

  @Test
  void what_the_file_says_of_roots_is_flagged_where_it_is_wrong() throws Exception {
    var run = migrate(stage(Stage.S12).goal("top", null, "root_id", "top")
        .goal("right", "top", "root_id", "top").goal("null", "top", "root_id", null)
        .goal("nowhere", "top", "root_id", "gone").goal("elsewhere", "top", "root_id", "right"));
    assertThat(run.flags("right")).containsExactly("CLOCK_ASSUMED(local)");
    assertThat(run.flags("null")).contains("ROOT_NULL_DERIVED");
    assertThat(run.flags("nowhere")).contains("ROOT_MISSING");
    assertThat(run.flags("elsewhere")).contains("STALE_COPY(root_id)");
    assertThat(run.events().creations()).extracting(GoalCreated::rootId).containsOnly("top");
  }

  @Test
  void an_absent_root_is_nothing_to_flag() throws Exception {
    var run = migrate(stage(Stage.S01).goal("g", null));
    assertThat(run.flags("g")).containsExactly("CLOCK_ASSUMED(local)");
  }

  @Test
  void a_goal_may_stand_below_a_session() throws Exception {
    var run = migrate(stage(Stage.S13).goal("top", null)
        .goal("session", "top", "type", "PracticeSession").goal("below", "session")
        .goal("deeper", "below"));

    assertThat(run.events().created("below").parent()).isEqualTo(EntityRef.session("session"));
    assertThat(run.events().creations()).extracting(GoalCreated::rootId).containsOnly("top");
    assertThat(run.events().payloads()).extracting(DomainEvent::stream).containsSubsequence(
        "goal/top", "session/session", "goal/below", "goal/deeper");
  }

  @Test
  void a_placeholder_stands_for_a_parent_that_is_missing() throws Exception {
    var run = migrate(stage(Stage.S16).goal("orphan", "gone").goal("child", "orphan")
        .goal("top", null).goal("known", "lost", "root_id", "top"));

    assertThat(run.events().missing()).containsExactlyInAnyOrder(EntityRef.goal("gone"),
        EntityRef.goal("lost"));
    assertThat(run.events().created("orphan").parent()).isEqualTo(EntityRef.goal("gone"));
    assertThat(run.events().created("child").rootId()).isEqualTo("gone");
    assertThat(run.events().created("known").rootId()).isEqualTo("top");
    assertThat(run.flags("orphan")).contains("REF_MISSING(parent_id)");
  }

  @Test
  void the_oldest_on_a_cycle_becomes_a_root() throws Exception {
    var run = migrate(stage(Stage.S16).goal("a", "b")
        .goal("b", "a", "created_at", "2025-12-20 10:00:00.000000").goal("below", "a")
        .goal("self", "self"));

    assertThat(run.events().creations()).extracting(GoalCreated::goalId, GoalCreated::rootId,
        GoalCreated::parent).containsExactlyInAnyOrder(tuple("b", "b", null),
            tuple("a", "b", EntityRef.goal("b")), tuple("below", "b", EntityRef.goal("a")),
            tuple("self", "self", null));
    assertThat(run.flags("b")).contains("PARENT_ON_CYCLE");
    assertThat(run.flags("self")).contains("PARENT_ON_CYCLE");
    assertThat(run.flags("a")).doesNotContain("PARENT_ON_CYCLE");
  }

  @Test
  void rows_without_a_usable_id_are_kept_for_themselves() throws Exception {
    var run = migrate(stage(Stage.S16).goal(null, null).goal("", null)
        .goal(Envelope.SYSTEM_ROOT, null)
        .execute("INSERT INTO goals (id, type) VALUES (x'00ff', 'UltimateGoal')")
        .goal("g", null));

    assertThat(run.events().creations()).extracting(GoalCreated::goalId).containsExactly("g");
    assertThat(run.events().kept()).hasSize(4)
        .allSatisfy(row -> assertThat(row).startsWith("ID_UNUSABLE {"));
    assertThat(run.result().tables()).contains(new TableRows("goals", 5, 1, 4, 0));
  }

  @Test
  void of_rows_with_one_id_the_first_has_it() throws Exception {
    var run = migrate(LegacyDatabase.empty(directory.resolve("goals.db"))
        .execute("CREATE TABLE goals (id, type, name, parent_id, created_at)")
        .goal("g", null, "name", "first").goal("g", null, "name", "second")
        .goal("below", "g"));

    assertThat(run.events().created("g").name()).isEqualTo("first");
    assertThat(run.events().created("below").rootId()).isEqualTo("g");
    assertThat(run.events().kept()).singleElement().asString().startsWith("ID_DUPLICATE {")
        .contains("second");
  }

  @Test
  void ids_that_are_numbers_are_their_text() throws Exception {
    var run = migrate(LegacyDatabase.empty(directory.resolve("goals.db"))
        .execute("CREATE TABLE goals (id INTEGER PRIMARY KEY, type, name, parent_id, created_at)")
        .goal("1", null).goal("2", "1"));
    assertThat(run.events().created("2").parent()).isEqualTo(EntityRef.goal("1"));
  }

  @Test
  void a_table_without_rowids_is_read_as_well() throws Exception {
    var run = migrate(LegacyDatabase.empty(directory.resolve("goals.db")).execute("""
      CREATE TABLE goals (id TEXT PRIMARY KEY, type, name, parent_id, created_at) WITHOUT ROWID
      """).goal("g", null).goal("orphan", "gone"));
    assertThat(run.events().creations()).hasSize(2);
    assertThat(run.result().tables()).containsExactly(new TableRows("goals", 2, 2, 0, 0));
  }

  @Test
  void a_chain_of_thousands_of_goals_is_no_trouble() throws Exception {
    var database = stage(Stage.S16).execute("BEGIN").goal("0", null);
    for (int depth = 1; depth < 5_000; depth++) {
      database.goal(Integer.toString(depth), Integer.toString(depth - 1));
    }
    var run = migrate(database.execute("COMMIT"));
    assertThat(run.events().creations().map(GoalCreated::goalId))
        .containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(Integer::toString).toList());
    assertThat(run.events().batches()).startsWith(2000, 2000);
  }

  private LegacyDatabase stage(Stage stage) throws SQLException {
    return LegacyDatabase.of(directory.resolve(stage + ".db"), stage);
  }

  private MigrationRun migrate(LegacyDatabase database) throws SQLException {
    database.close();
    return MigrationRun.of(database.file());
  }
}
