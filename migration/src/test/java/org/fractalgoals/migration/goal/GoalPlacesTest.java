package org.fractalgoals.migration.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.migration.goal.LeftOut.Reason;
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
    assertThat(run.result().fractals()).isEqualTo(2);
    assertThat(run.result().goals()).isEqualTo(4);
  }

  @Test
  void a_root_may_be_of_any_type() throws Exception {
    var run = migrate(stage(Stage.S11).goal("g", null, "type", "LongTermGoal"));
    assertThat(run.events().created("g").rootId()).isEqualTo("g");
    assertThat(run.result().fractals()).isEqualTo(1);
  }

  @Test
  void what_the_file_says_of_roots_is_flagged_where_it_is_wrong() throws Exception {
    var run = migrate(stage(Stage.S12).goal("top", null, "root_id", "top")
        .goal("right", "top", "root_id", "top").goal("null", "top", "root_id", null)
        .goal("nowhere", "top", "root_id", "gone").goal("elsewhere", "top", "root_id", "right"));
    assertThat(flags(run, "right")).containsExactly("CLOCK_ASSUMED(local)");
    assertThat(flags(run, "null")).contains("ROOT_NULL_DERIVED");
    assertThat(flags(run, "nowhere")).contains("ROOT_MISSING");
    assertThat(flags(run, "elsewhere")).contains("STALE_COPY(root_id)");
    assertThat(run.events().creations()).extracting(GoalCreated::rootId).containsOnly("top");
  }

  @Test
  void an_absent_root_is_nothing_to_flag() throws Exception {
    var run = migrate(stage(Stage.S01).goal("g", null));
    assertThat(flags(run, "g")).containsExactly("CLOCK_ASSUMED(local)");
  }

  @Test
  void sessions_among_the_goals_are_counted_and_what_hangs_on_them_is_left_out() throws Exception {
    var run = migrate(stage(Stage.S13).goal("top", null)
        .goal("session", "top", "type", "PracticeSession").goal("below", "session")
        .goal("deeper", "below"));
    assertThat(run.result().sessions()).isEqualTo(1);
    assertThat(run.result().goals()).isEqualTo(1);
    assertThat(run.result().leftOut()).containsExactly(
        new LeftOut("below", 3L, Reason.PARENT_IS_SESSION),
        new LeftOut("deeper", 4L, Reason.PARENT_LEFT_OUT));
  }

  @Test
  void sessions_in_tables_of_their_own_are_known_too() throws Exception {
    var first = migrate(stage(Stage.S01).goal("g", "s")
        .execute("INSERT INTO practice_sessions (id) VALUES ('s')"));
    assertThat(first.result().leftOut()).containsExactly(
        new LeftOut("g", 1L, Reason.PARENT_IS_SESSION));
    var later = migrate(stage(Stage.S16).goal("g", "s")
        .execute("INSERT INTO sessions (id) VALUES ('s')"));
    assertThat(later.result().leftOut()).containsExactly(
        new LeftOut("g", 1L, Reason.PARENT_IS_SESSION));
  }

  @Test
  void a_goal_whose_parent_is_missing_is_left_out_with_all_below() throws Exception {
    var run = migrate(stage(Stage.S16).goal("orphan", "gone").goal("child", "orphan")
        .goal("grandchild", "child").goal("top", null));
    assertThat(run.events().creations()).extracting(GoalCreated::goalId).containsExactly("top");
    assertThat(run.result().leftOut()).extracting(LeftOut::goalId, LeftOut::reason)
        .containsExactly(tuple("orphan", Reason.PARENT_MISSING),
            tuple("child", Reason.PARENT_LEFT_OUT), tuple("grandchild", Reason.PARENT_LEFT_OUT));
  }

  @Test
  void a_cycle_is_left_out_with_all_below() throws Exception {
    var run = migrate(stage(Stage.S16).goal("a", "b").goal("b", "a").goal("below", "a")
        .goal("self", "self").goal("top", null));
    assertThat(run.result().goals()).isEqualTo(1);
    assertThat(run.result().leftOut()).extracting(LeftOut::goalId)
        .containsExactlyInAnyOrder("a", "b", "below", "self");
    assertThat(run.result().leftOut()).extracting(LeftOut::reason).containsOnly(Reason.ON_CYCLE);
  }

  @Test
  void rows_without_a_usable_id_are_left_out() throws Exception {
    var run = migrate(stage(Stage.S16).goal(null, null).goal(null, null).goal("", null)
        .goal(Envelope.SYSTEM_ROOT, null)
        .execute("INSERT INTO goals (id, type) VALUES (x'00ff', 'UltimateGoal')")
        .goal("child", "00ff").goal("g", null));
    assertThat(run.result().goals()).isEqualTo(1);
    assertThat(run.result().leftOut()).extracting(LeftOut::reason).containsExactly(
        Reason.NO_USABLE_ID, Reason.NO_USABLE_ID, Reason.NO_USABLE_ID, Reason.NO_USABLE_ID,
        Reason.NO_USABLE_ID, Reason.PARENT_MISSING);
    assertThat(run.result().leftOut()).extracting(LeftOut::label).containsExactly("row 1", "row 2",
        "row 3", "row 4", "row 5", "child");
  }

  @Test
  void of_rows_with_one_id_the_first_has_it() throws Exception {
    var run = migrate(LegacyDatabase.empty(directory.resolve("goals.db"))
        .execute("CREATE TABLE goals (id, type, name, parent_id, created_at)")
        .goal("g", null, "name", "first").goal("g", null, "name", "second")
        .goal("below", "g"));
    assertThat(run.events().created("g").name()).isEqualTo("first");
    assertThat(run.events().created("below").rootId()).isEqualTo("g");
    assertThat(run.result().leftOut()).containsExactly(
        new LeftOut("g", 2L, Reason.DUPLICATE_ID));
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
    assertThat(run.result().goals()).isEqualTo(1);
    assertThat(run.result().leftOut()).containsExactly(
        new LeftOut("orphan", null, Reason.PARENT_MISSING));
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
    assertThat(run.events().batches()).startsWith(500, 500).endsWith(500, 1);
  }

  private LegacyDatabase stage(Stage stage) throws SQLException {
    return LegacyDatabase.of(directory.resolve(stage + ".db"), stage);
  }

  private static List<String> flags(MigrationRun run, String goalId) {
    return MigrationRun.imported(run.events().of(goalId).get(0)).flags();
  }

  private MigrationRun migrate(LegacyDatabase database) throws SQLException {
    database.close();
    return MigrationRun.of(database.file());
  }
}
