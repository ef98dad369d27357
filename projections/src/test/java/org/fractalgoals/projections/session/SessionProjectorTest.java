package org.fractalgoals.projections.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.ActivityFacts.activity;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.FIRST_DAY;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.created;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.json;
import static org.fractalgoals.projections.fixture.SessionFacts.instance;
import static org.fractalgoals.projections.fixture.SessionFacts.planned;
import static org.fractalgoals.projections.fixture.SessionFacts.session;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionDeleted;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionMoved;
import static org.fractalgoals.projections.fixture.SessionFacts.sessionRestored;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.InstanceEvent.InstanceNoted;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.fractalgoals.projections.engine.Microseconds;
import org.fractalgoals.projections.fixture.Projected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionProjectorTest {

  private static final LocalDateTime TEN = LocalDateTime.of(2026, 1, 31, 10, 0);
  private static final List<String> VIOLATED = List.of("CHECK_VIOLATED(something)");

  @TempDir Path directory;

  private Projected projected;

  @BeforeEach
  void open() throws Exception {
    projected = new Projected(directory);
    projected.when("r", "a-1", fractal("r"),
        created("g", "r", EntityRef.goal("r"), "ShortTermGoal", 0), goal("h", "r", "r"));
  }

  @AfterEach
  void close() throws SQLException {
    projected.close();
  }

  private SessionRow row() {
    return projected.trees().flat("r", "s").orElseThrow().session();
  }

  private Object mark(String sessionId) throws SQLException {
    return String.valueOf(projected.row("sessions", sessionId).get("imported_as_is"));
  }

  @Test
  void a_created_session_has_all_that_its_event_says() throws Exception {
    projected.when("r", "a-2", new SessionCreated("s", "r", EntityRef.goal("g"),
        List.of(new GoalLink("g", "ShortTermGoal")), "Morning", "early", 45L, 60L, TEN,
        TEN.minusHours(1).plusNanos(500_000), "t-1", json("{ \"a\": 1.00 }"), FIRST_DAY, DAWN));

    assertThat(row()).isEqualTo(new SessionRow("s", "r", "g", List.of("g"), "Morning", "early",
        null, null, TEN, TEN.minusHours(1).plusNanos(500_000), 45L, 60L, "t-1", "{ \"a\": 1.00 }",
        false, null, DAWN, DAWN, 0));
    assertThat(projected.row("sessions", "s"))
        .containsEntry("session_start", "2026-01-31T10:00:00")
        .containsEntry("session_end", "2026-01-31T09:00:00.0005")
        .containsEntry("created_day", "2026-01-10").containsEntry("imported_as_is", 0);
    assertThat(projected.rows("SELECT * FROM session_goals")).singleElement()
        .satisfies(link -> assertThat(link).containsEntry("session_id", "s")
            .containsEntry("goal_id", "g").containsEntry("root_id", "r")
            .containsEntry("goal_type", "ShortTermGoal").containsEntry("sort_order", 0));
  }

  @Test
  void each_change_of_a_field_changes_that_field_the_time_and_the_version() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), new SessionRenamed("s", "Evening", at(1)),
        new SessionDescribed("s", "late", at(2)), new SessionDeadlineSet("s", FIRST_DAY, at(3)),
        new SessionTargetsChanged("s", json("[1]"), at(4)),
        new SessionDurationChanged("s", 5L, at(5)),
        new SessionTotalDurationChanged("s", 6L, at(6)),
        new SessionStartChanged("s", TEN, at(7)), new SessionEndChanged("s", TEN, at(8)),
        new SessionTemplateChanged("s", "t", at(9)),
        new SessionDataChanged("s", json("{}"), at(10)));

    assertThat(row()).isEqualTo(new SessionRow("s", "r", "g", List.of("g"), "Evening", "late",
        FIRST_DAY, "[1]", TEN, TEN, 5L, 6L, "t", "{}", false, null, DAWN, at(10), 10));
  }

  @Test
  void what_may_be_unknown_can_be_cleared() throws Exception {
    projected.when("r", "a-2", new SessionCreated("s", "r", EntityRef.goal("g"), List.of(), "x",
        "", 45L, 60L, TEN, TEN, "t-1", json("{}"), FIRST_DAY, DAWN),
        new SessionDeadlineSet("s", FIRST_DAY, at(1)), new SessionDeadlineCleared("s", at(2)),
        new SessionDurationChanged("s", null, at(2)),
        new SessionTotalDurationChanged("s", null, at(2)),
        new SessionStartChanged("s", null, at(2)), new SessionEndChanged("s", null, at(2)),
        new SessionTemplateChanged("s", null, at(2)), new SessionDataChanged("s", null, at(2)));

    assertThat(row()).isEqualTo(new SessionRow("s", "r", "g", List.of("g"), "x", "", null, null,
        null, null, null, null, null, null, false, null, DAWN, at(2), 8));
  }

  @Test
  void completing_sets_the_time_where_it_is_known_and_reopening_takes_it_away()
      throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), new SessionCompleted("s", at(3)));
    assertThat(row().completedAt()).isEqualTo(at(3));

    projected.when("r", "a-3", new SessionReopened("s", at(4)));
    assertThat(row().completed()).isFalse();
    assertThat(row().completedAt()).isNull();

    projected.imported("r", "import", List.of("TIME_UNKNOWN"), new SessionCompleted("s", null));
    assertThat(row().completed()).isTrue();
    assertThat(row().completedAt()).isNull();
    assertThat(row().updatedAt()).isEqualTo(at(4));
  }

  @Test
  void a_touched_session_has_another_time_of_change() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), new SessionTouched("s", at(77)));

    assertThat(row().updatedAt()).isEqualTo(at(77));
  }

  @Test
  void what_happens_to_an_instance_leaves_the_session_as_it_was() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"), activity("x", "r"));
    var before = projected.row("sessions", "s");

    projected.when("r", "a-3", instance("i", "s", "x"),
        new InstanceNoted("s", "i", "hard", at(50)));

    assertThat(projected.row("sessions", "s")).isEqualTo(before);
  }

  @Test
  void a_moved_session_has_another_goal_above_it_and_serves_the_same_ones() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g", "g"), sessionMoved("s", "h"));

    assertThat(row().parentId()).isEqualTo("h");
    assertThat(row().parentIds()).containsExactly("g", "h");
  }

  @Test
  void a_deleted_session_knows_when_and_by_which_action_until_it_is_restored()
      throws Exception {
    projected.when("r", "a-2", session("s", "r", "g")).when("r", "a-3", sessionDeleted("s"));
    assertThat(projected.row("sessions", "s"))
        .containsEntry("deleted_at", Microseconds.of(at(4))).containsEntry("deleted_by", "a-3")
        .containsEntry("deleted_position", 5).containsEntry("visible", 0);

    projected.when("r", "a-4", sessionRestored("s"));
    assertThat(projected.row("sessions", "s")).containsEntry("deleted_at", null)
        .containsEntry("deleted_by", null).containsEntry("deleted_position", null)
        .containsEntry("visible", 1);
  }

  @Test
  void an_imported_session_is_marked_until_the_last_of_its_violations_is_gone()
      throws Exception {
    projected.imported("r", "import", VIOLATED, planned("s", "r", -5))
        .imported("r", "import", VIOLATED,
            new SessionDeadlineSet("s", FIRST_DAY.minusDays(1), at(1)))
        .when("r", "a-2", new SessionRenamed("s", "x", at(2)),
            new SessionDurationChanged("s", 5L, at(3)));
    assertThat(mark("s")).isEqualTo("1");

    projected.when("r", "a-3", new SessionDeadlineCleared("s", at(4)));
    assertThat(mark("s")).isEqualTo("0");
  }

  @Test
  void a_deadline_that_keeps_the_rule_ends_the_mark() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g"))
        .imported("r", "import", VIOLATED,
            new SessionDeadlineSet("s", FIRST_DAY.minusDays(1), at(1)));
    assertThat(mark("s")).isEqualTo("1");

    projected.when("r", "a-3", new SessionDeadlineSet("s", FIRST_DAY, at(2)));
    assertThat(mark("s")).isEqualTo("0");
  }

  @Test
  void an_event_of_a_session_that_was_never_created_is_not_passed_over() {
    assertThatThrownBy(() -> projected.when("r", "a-2", new SessionRenamed("s", "x", at(1))))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("session \"s\"");
  }

  @Test
  void an_imported_link_is_the_last_of_the_session_and_changes_nothing_else() throws Exception {
    projected.when("r", "a-2", session("s", "r", "g", "g"));
    var before = projected.row("sessions", "s");

    projected.imported("r", "import", List.of(), new SessionGoalLinked("s", "h", "Dream", at(5)),
        new SessionGoalLinked("s", "g", "Dream", at(6)));

    assertThat(projected.rows("SELECT goal_id, goal_type, sort_order FROM session_goals"
        + " ORDER BY sort_order")).extracting(link -> String.join(" ",
            link.values().stream().map(String::valueOf).toList()))
        .containsExactly("g ShortTermGoal 0", "h Dream 1");
    var after = projected.row("sessions", "s");
    assertThat(after.remove("version")).isEqualTo(2);
    before.remove("version");
    assertThat(after).isEqualTo(before);
  }
}
