package org.fractalgoals.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.goal.GoalEvent.GoalCompleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDeleted;
import org.fractalgoals.domain.goal.GoalEvent.GoalMoved;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRestored;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.program.BlockEvent.BlockAdded;
import org.fractalgoals.domain.program.BlockEvent.BlockGoalAttached;
import org.fractalgoals.domain.program.BlockEvent.BlockRemoved;
import org.fractalgoals.domain.program.DayEvent.DayAdded;
import org.fractalgoals.domain.program.DayEvent.TemplateScheduled;
import org.fractalgoals.domain.program.DayEvent.TemplateUnscheduled;
import org.fractalgoals.domain.program.ProgramEvent.ProgramCreated;
import org.fractalgoals.domain.program.ProgramEvent.ProgramDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.InstanceDeleted;
import org.fractalgoals.domain.session.InstanceEvent.InstanceSetsChanged;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.InstanceEvent.TimerStarted;
import org.fractalgoals.domain.session.InstanceEvent.TimerStopped;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.source.MigrationFailed;
import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.migration.testing.MigrationRun;
import org.fractalgoals.migration.testing.MigrationRun.PlainText;
import org.fractalgoals.migration.testing.PastEvents;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LegacyExportTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate DAY = LocalDate.parse("2026-03-04");

  @TempDir Path directory;

  private Path out;
  private final PastEvents events = new PastEvents("u");

  @BeforeEach
  void givenAFractal() {
    out = directory.resolve("out.db");
    goal("u", null, "UltimateGoal");
    goal("s", EntityRef.goal("u"), "ShortTermGoal");
  }

  @Test
  void a_goal_is_written_with_its_times_in_utc() throws Exception {
    events.add(new GoalCreated("g", "u", EntityRef.goal("u"), "LongTermGoal", "Sail", "far",
        LocalDate.parse("2026-05-06"), json("[ {\"id\":1} ]"), 3, DAY, events.now()))
        .add(new GoalRenamed("g", "Sail on", events.now()))
        .add(new GoalCompleted("g", events.now()));
    write();
    assertThat(rows("""
      SELECT type, name, description, deadline, completed, created_at, updated_at, completed_at,
             parent_id, root_id, targets, sort_order, deleted_at, attributes
        FROM goals WHERE id = 'g'
      """)).containsExactly(
        "LongTermGoal|Sail on|far|2026-05-06 00:00:00.000000|1|2026-03-04 05:06:02.000007|2026-03-04 05:06:04.000007|2026-03-04 05:06:04.000007|u|u|[ {\"id\":1} ]|3|null|null");
  }

  @Test
  void times_are_written_by_the_clock_that_the_application_had_then() throws Exception {
    var before = Instant.parse("2026-01-05T16:49:59Z");
    var after = Instant.parse("2026-01-05T17:50:00Z");
    events.add(new GoalCreated("g", "u", EntityRef.goal("u"), "LongTermGoal", "Sail", "", null,
        null, 3, DAY, before)).add(new GoalRenamed("g", "Boat", after));
    session("p");
    events.add(new InstanceAdded("p", "i", "a", 2, after))
        .add(new TimerStarted("p", "i", Instant.parse("2026-01-01T17:28:59Z"), after))
        .add(new TimerStopped("p", "i", Instant.parse("2026-01-01T18:29:00Z"), 1, after));
    write();
    assertThat(rows("SELECT created_at, updated_at FROM goals WHERE id = 'g'"))
        .containsExactly("2026-01-05 17:49:59.000000|2026-01-05 17:50:00.000000");
    assertThat(rows("SELECT time_start, time_stop FROM activity_instances"))
        .containsExactly("2026-01-01 18:28:59.000000|2026-01-01 18:29:00.000000");
  }

  @Test
  void a_session_is_written_with_start_and_end_in_utc() throws Exception {
    events.add(new SessionCreated("p", "u", EntityRef.goal("s"),
        List.of(new GoalLink("s", "ShortTermGoal")), "Morning", "", 45L, 60L,
        LocalDateTime.parse("2026-07-01T10:00:00"), LocalDateTime.parse("2026-01-01T10:00:00.5"),
        "t", json("{\"sections\":[]}"), DAY, events.now()))
        .add(new SessionGoalLinked("p", "u", "custom", events.now()))
        .add(new SessionCompleted("p", null));
    write();
    assertThat(rows("""
      SELECT session_start, session_end, duration_minutes, total_duration_seconds, template_id,
             attributes, completed, completed_at
        FROM sessions
      """)).containsExactly(
        "2026-07-01 08:00:00.000000|2026-01-01 09:00:00.500000|45|60|t|{\"sections\":[]}|1|null");
    assertThat(rows("SELECT goal_id, goal_type FROM session_goals ORDER BY rowid"))
        .containsExactly("s|short_term", "u|custom");
  }

  @Test
  void the_goal_above_a_session_is_one_that_it_serves_and_goals_below_it_stand_below_that()
      throws Exception {
    session("p");
    goal("i", EntityRef.session("p"), "ImmediateGoal");
    goal("j", EntityRef.goal("u"), "ImmediateGoal");
    events.add(new GoalMoved("j", EntityRef.session("p"), 4, events.now()));
    write();
    assertThat(rows("SELECT session_id, goal_id, goal_type FROM session_goals ORDER BY goal_id"))
        .containsExactly("p|i|immediate", "p|j|immediate", "p|s|short_term");
    assertThat(rows("SELECT id, parent_id FROM goals ORDER BY id")).containsExactly("i|s", "j|s",
        "s|u", "u|null");
  }

  @Test
  void what_was_performed_and_measured_is_written() throws Exception {
    session("p");
    events.add(new InstanceAdded("p", "i", "a", 2, events.now()))
        .add(new InstanceSetsChanged("p", "i", json("[{\"reps\":5}]"), events.now()))
        .add(new TimerStarted("p", "i", events.now(), events.now()))
        .add(new TimerStopped("p", "i", events.now(), 1, events.now()))
        .add(new MetricRecorded("p", "i", "v", "m", "l", 2.5, false, events.now()))
        .add(new MetricRecorded("p", "i", "v", "m", "l", 3, false, events.now()));
    write();
    assertThat(rows("""
      SELECT session_id, practice_session_id, activity_definition_id, root_id, sort_order, data,
             time_start, time_stop, duration_seconds, completed
        FROM activity_instances
      """)).containsExactly(
        "p|null|a|u|2|{\"sets\": [{\"reps\":5}]}|2026-03-04 05:06:05.000007|2026-03-04 05:06:06.000007|1|0");
    assertThat(rows("""
      SELECT id, activity_instance_id, metric_definition_id, split_definition_id, value, root_id,
             created_at, updated_at
        FROM metric_values
      """)).containsExactly(
        "v|i|m|l|3.0|u|2026-03-04 05:06:07.000007|2026-03-04 05:06:08.000007");
  }

  @Test
  void activities_and_groups_are_written() throws Exception {
    events.add(new GroupCreated("gr", "u", "Ropes", "", 1, events.now()))
        .add(new GroupRenamed("gr", "Knots", events.now()));
    activity("a", "gr");
    events.add(new ActivityFlagsChanged("a", Set.of("sets", "splits"), events.now()))
        .add(new MetricRedefined("a", "m", new Measure("kg", true, false, false), events.now()));
    write();
    assertThat(rows("SELECT id, root_id, name, sort_order FROM activity_groups"))
        .containsExactly("gr|u|Knots|1");
    assertThat(rows("""
      SELECT name, has_sets, has_metrics, metrics_multiplicative, has_splits, group_id
        FROM activity_definitions
      """)).containsExactly("Bowline|1|0|0|1|gr");
    assertThat(rows("""
      SELECT activity_id, name, unit, is_active, is_top_set_metric, is_multiplicative, root_id,
             sort_order
        FROM metric_definitions
      """)).containsExactly("a|Pace|kg|1|1|0|u|0");
    assertThat(rows("SELECT activity_id, name, \"order\", root_id FROM split_definitions"))
        .containsExactly("a|Left|4|u");
  }

  @Test
  void programs_are_written_and_a_template_stands_once_on_a_day() throws Exception {
    program();
    events.add(new BlockGoalAttached("pr", "b", "s", events.now()))
        .add(new BlockGoalAttached("pr", "b", "u", events.now()))
        .add(new BlockGoalAttached("pr", "b", "u", events.now()));
    schedule("x", "t", 5).add(new TemplateUnscheduled("pr", "d", "x", events.now()));
    schedule("y", "t", 2);
    schedule("z", "t", 1);
    schedule("w", null, 3);
    write();
    assertThat(rows(
        "SELECT root_id, start_date, end_date, is_active, goal_ids, weekly_schedule FROM programs"))
        .containsExactly(
            "u|2026-01-01 00:00:00.000000|2026-02-01 00:00:00.000000|1|[\"s\", \"u\"]|[]");
    assertThat(rows("SELECT program_id, start_date, end_date, color, goal_ids FROM program_blocks"))
        .containsExactly("pr|2026-01-01|null|#fff|[\"s\", \"u\"]");
    assertThat(rows("SELECT block_id, date, day_number, name, is_completed FROM program_days"))
        .containsExactly("b|null|1|First|0");
    assertThat(rows("SELECT * FROM program_day_templates")).containsExactly("d|t|1");
  }

  @Test
  void notes_are_written_and_deleted_ones_are_marked() throws Exception {
    session("p");
    events.add(new NoteCreated("n1", "u", EntityRef.instance("i"), 2L, "Slipped", events.now()))
        .add(new InstanceAdded("p", "i", "a", 2, events.now()))
        .add(new NoteCreated("n2", "u", EntityRef.session("p"), null, "Wet", events.now()))
        .add(new NoteCreated("n3", "u", EntityRef.goal("u"), null, "Far", events.now()))
        .add(new NoteDeleted("n2", events.now()));
    write();
    assertThat(rows("""
      SELECT context_type, context_id, session_id, activity_instance_id, activity_definition_id,
             set_index, content, deleted_at
        FROM notes ORDER BY id
      """)).containsExactly("activity_instance|i|p|i|a|2|Slipped|null",
        "session|p|p|null|null|null|Wet|2026-03-04 05:06:07.000007",
        "goal|u|null|null|null|null|Far|null");
  }

  @Test
  void what_is_deleted_is_left_out_with_what_stands_below_but_sessions_are_marked()
      throws Exception {
    goal("below", EntityRef.goal("s"), "ImmediateGoal");
    session("p");
    events.add(new InstanceAdded("p", "i", "a", 1, events.now()))
        .add(new NoteCreated("n", "u", EntityRef.goal("below"), null, "", events.now()))
        .add(new SessionDeleted("p", events.now())).add(new GoalDeleted("s", events.now()));
    write();
    assertThat(rows("SELECT id FROM goals")).containsExactly("u");
    assertThat(rows("SELECT id, deleted_at IS NOT NULL FROM sessions")).containsExactly("p|1");
    assertThat(rows("SELECT id FROM activity_instances")).containsExactly("i");
    assertThat(rows("SELECT * FROM session_goals")).isEmpty();
    assertThat(rows("SELECT * FROM notes")).isEmpty();
  }

  @Test
  void parts_of_what_is_deleted_are_left_out_and_values_keep_their_reference() throws Exception {
    session("p");
    activity("a", "gr");
    events.add(new GroupCreated("gr", "u", "Ropes", "", 1, events.now()))
        .add(new GroupDeleted("gr", events.now()))
        .add(new MetricRemoved("a", "m", events.now()))
        .add(new InstanceAdded("p", "i", "a", 1, events.now()))
        .add(new InstanceAdded("p", "gone", "a", 1, events.now()))
        .add(new MetricRecorded("p", "i", "v", "m", null, 1, false, events.now()))
        .add(new MetricRecorded("p", "gone", "w", "m", null, 1, false, events.now()))
        .add(new InstanceDeleted("p", "gone", events.now()));
    write();
    assertThat(rows("SELECT id, group_id FROM activity_definitions")).containsExactly("a|null");
    assertThat(rows("SELECT id FROM metric_definitions")).isEmpty();
    assertThat(rows("SELECT id, metric_definition_id FROM metric_values")).containsExactly("v|m");
    events.add(new ActivityDeleted("a", events.now()));
    write();
    assertThat(rows("SELECT id FROM split_definitions")).isEmpty();
    assertThat(rows("SELECT activity_definition_id FROM activity_instances")).containsExactly("a");
    events.add(new ActivityRestored("a", events.now()));
    write();
    assertThat(rows("SELECT id FROM activity_definitions")).containsExactly("a");
  }

  @Test
  void deleted_plans_are_left_out_with_their_parts() throws Exception {
    program();
    events.add(new TemplateCreated("t", "u", "Warm up", "", json("{}"), events.now()));
    schedule("x", "t", 1).add(new TemplateDeleted("t", events.now()));
    write();
    assertThat(rows("SELECT * FROM program_day_templates")).isEmpty();
    events.add(new BlockRemoved("pr", "b", events.now()));
    write();
    assertThat(rows("SELECT * FROM program_days")).isEmpty();
    assertThat(rows("SELECT id FROM programs")).containsExactly("pr");
    events.add(new ProgramDeleted("pr", events.now()));
    write(true);
    assertThat(rows("SELECT * FROM programs")).isEmpty();
  }

  @Test
  void nothing_stays_of_a_deleted_fractal() throws Exception {
    session("p");
    activity("a", null);
    program();
    events.add(new NoteCreated("n", "u", EntityRef.session("p"), null, "", events.now()))
        .add(new InstanceAdded("p", "i", "a", 1, events.now()))
        .add(new SessionDeleted("p", events.now())).add(new GoalDeleted("s", events.now()))
        .add(new GoalDeleted("u", events.now()));
    write();
    for (var table : rows("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
      assertThat(rows("SELECT * FROM " + table)).as(table).isEmpty();
    }
  }

  @Test
  void deleted_things_can_be_kept_with_their_mark() throws Exception {
    activity("a", null);
    events.add(new ActivityDeleted("a", events.now())).add(new GoalDeleted("s", events.now()))
        .add(new GoalDeleted("u", events.now())).add(new GoalRestored("u", events.now()));
    write(true);
    assertThat(rows("SELECT id, deleted_at FROM goals ORDER BY id"))
        .containsExactly("s|2026-03-04 05:06:06.000007", "u|null");
    assertThat(rows("SELECT deleted_at IS NOT NULL FROM activity_definitions"))
        .containsExactly("1");
  }

  @Test
  void placeholders_are_left_out_and_what_refers_to_them_stays() throws Exception {
    events.add(new ThingFoundMissing(EntityRef.session("lost"), "u", null,
        EntityRef.session("lost"), events.now()))
        .add(new InstanceAdded("lost", "i", "nowhere", 1, events.now()));
    write();
    assertThat(rows("SELECT id FROM sessions")).isEmpty();
    assertThat(rows("SELECT session_id, activity_definition_id FROM activity_instances"))
        .containsExactly("lost|nowhere");
  }

  @Test
  void the_file_is_sound_and_of_the_newest_stage() throws Exception {
    session("p");
    activity("a", null);
    program();
    schedule("x", "t", 1).add(new TemplateCreated("t", "u", "Warm", "", json("{}"), events.now()));
    events.add(new InstanceAdded("p", "i", "a", 1, events.now()));
    write();
    assertThat(rows("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(rows("PRAGMA foreign_key_check")).isEmpty();
    try (var copy = SourceCopy.of(out, directory.resolve("data"), MigrationRun.clock());
        var legacy = LegacyFile.open(copy)) {
      assertThat(legacy.stage()).isEqualTo(Stage.S16);
      assertThat(legacy.schema().unknownTables()).isEmpty();
    }
  }

  @Test
  void a_file_that_is_there_is_not_overwritten() throws Exception {
    write();
    assertThatThrownBy(() -> LegacyExport.write(events, BERLIN, false, out))
        .isInstanceOf(MigrationFailed.class).hasMessageContaining("There is a file");
  }

  private void goal(String id, @Nullable EntityRef parent, String type) {
    events.add(new GoalCreated(id, "u", parent, type, id, "", null, null, 0, DAY, events.now()));
  }

  private void session(String id) {
    events.add(new SessionCreated(id, "u", EntityRef.goal("s"), List.of(), id, "", null, null,
        null, null, null, null, DAY, events.now()));
  }

  private void activity(String id, @Nullable String group) {
    events.add(new ActivityDefined(id, "u", "Bowline", "", Set.of("metrics"), group, events.now()))
        .add(new MetricAdded(id, "m", "Pace", new Measure("s", false, true, false), 0,
            events.now()))
        .add(new SplitAdded(id, "l", "Left", 4, 0, events.now()));
  }

  private void program() {
    events.add(new ProgramCreated("pr", "u", "Winter", "", LocalDateTime.parse("2026-01-01T00:00"),
        LocalDateTime.parse("2026-02-01T00:00"), List.of("s", "u"), true, null, events.now()))
        .add(new BlockAdded("pr", "b", "One", LocalDate.parse("2026-01-01"), null, "#fff",
            List.of(), 0, events.now()))
        .add(new DayAdded("pr", "b", "d", null, 1L, "First", null, 0, events.now()));
  }

  private PastEvents schedule(String id, @Nullable String template, long place) {
    return events.add(new TemplateScheduled("pr", "d", id, template, true, false, null, place,
        events.now()));
  }

  private static JsonText json(String text) {
    return new PlainText(text);
  }

  private void write() throws Exception {
    write(false);
  }

  private void write(boolean withDeleted) throws Exception {
    Files.deleteIfExists(out);
    LegacyExport.write(events, BERLIN, withDeleted, out);
  }

  private List<String> rows(String query) throws SQLException {
    var rows = new ArrayList<String>();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + out);
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      while (found.next()) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          cells.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }
}
