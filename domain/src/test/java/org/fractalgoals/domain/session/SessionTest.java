package org.fractalgoals.domain.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.ResultValidator;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.SessionCommand.ChangeSession;
import org.fractalgoals.domain.session.SessionCommand.MoveSession;
import org.fractalgoals.domain.session.SessionCommand.SessionChange;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.ChangeTargets;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.ClearDeadline;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Describe;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Rename;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetCompleted;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDeadline;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDuration;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetEnd;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetStart;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTemplate;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTotalDuration;
import org.fractalgoals.domain.session.SessionCommand.ToggleSessionCompletion;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDataChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineCleared;
import org.fractalgoals.domain.session.SessionEvent.SessionDeadlineSet;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDescribed;
import org.fractalgoals.domain.session.SessionEvent.SessionDurationChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionEndChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionGoalLinked;
import org.fractalgoals.domain.session.SessionEvent.SessionMoved;
import org.fractalgoals.domain.session.SessionEvent.SessionRenamed;
import org.fractalgoals.domain.session.SessionEvent.SessionReopened;
import org.fractalgoals.domain.session.SessionEvent.SessionRestored;
import org.fractalgoals.domain.session.SessionEvent.SessionStartChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTargetsChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTemplateChanged;
import org.fractalgoals.domain.session.SessionEvent.SessionTotalDurationChanged;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a session answers to each command about itself. */
class SessionTest {

  private static final LocalDateTime TEN = LocalDateTime.of(2026, 3, 4, 10, 0);

  private Sessions sessions;
  private Instant now;

  @BeforeEach
  void sessions() {
    sessions = new Sessions();
    now = Sessions.NOW;
  }

  private static ChangeSession change(SessionChange... changes) {
    return new ChangeSession(Sessions.ID, "root", List.of(changes));
  }

  private ResultValidator<Session> when(Object command, SessionEvent... earlier) {
    return sessions.given(earlier).when(command);
  }

  private static void assertRefused(ResultValidator<Session> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  @Nested
  class Changes {

    @Test
    void each_change_is_an_event_of_its_own() {
      when(change(new Rename(new Name("Evening")), new Describe(new Description("Dry")),
          new SetDeadline(LocalDate.of(2026, 3, 6)), new SetStart(TEN), new SetEnd(TEN),
          new SetDuration(45L), new SetTotalDuration(2700L), new SetTemplate("t"),
          new SetData(Sessions.json("{\"a\":1}")), new SetCompleted(true),
          new ChangeTargets(Sessions.json("[{}]"))))
          .expectEvents(new SessionRenamed("s", "Evening", now),
              new SessionDescribed("s", "Dry", now),
              new SessionDeadlineSet("s", LocalDate.of(2026, 3, 6), now),
              new SessionStartChanged("s", TEN, now), new SessionEndChanged("s", TEN, now),
              new SessionDurationChanged("s", 45L, now),
              new SessionTotalDurationChanged("s", 2700L, now),
              new SessionTemplateChanged("s", "t", now),
              new SessionDataChanged("s", Sessions.json("{\"a\":1}"), now),
              new SessionCompleted("s", now),
              new SessionTargetsChanged("s", Sessions.json("[{}]"), now));
    }

    @Test
    void what_is_known_already_is_no_change() {
      when(change(new Rename(new Name("Morning")), new Describe(Description.EMPTY),
          new ClearDeadline(), new SetStart(null), new SetEnd(null), new SetDuration(null),
          new SetTotalDuration(null), new SetTemplate(null), new SetData(null),
          new SetCompleted(false), new ChangeTargets(Sessions.json("[]")))).expectNoEvents();
    }

    @Test
    void data_that_means_the_same_is_no_change() {
      when(change(new SetData(Sessions.json("{\"b\": 1.0, \"a\": 2}"))),
          new SessionDataChanged("s", Sessions.json("{\"a\":2,\"b\":1}"), now)).expectNoEvents();
    }

    @Test
    void facts_can_be_taken_back() {
      when(
          change(new SetStart(null), new SetEnd(null), new SetDuration(null),
              new SetTotalDuration(null), new SetTemplate(null), new SetData(null),
              new ClearDeadline()),
          new SessionStartChanged("s", TEN, now), new SessionEndChanged("s", TEN, now),
          new SessionDurationChanged("s", 45L, now),
          new SessionTotalDurationChanged("s", 2700L, now),
          new SessionTemplateChanged("s", "t", now),
          new SessionDataChanged("s", Sessions.json("{}"), now),
          new SessionDeadlineSet("s", LocalDate.of(2026, 3, 6), now))
          .expectEvents(new SessionStartChanged("s", null, now),
              new SessionEndChanged("s", null, now), new SessionDurationChanged("s", null, now),
              new SessionTotalDurationChanged("s", null, now),
              new SessionTemplateChanged("s", null, now), new SessionDataChanged("s", null, now),
              new SessionDeadlineCleared("s", now));
    }

    @Test
    void an_end_before_the_start_is_kept() {
      when(change(new SetEnd(TEN.minusHours(1))), new SessionStartChanged("s", TEN, now))
          .expectEvents(new SessionEndChanged("s", TEN.minusHours(1), now));
    }

    @Test
    void a_session_that_ends_before_it_starts_may_have_taken_less_than_no_time() {
      when(change(new SetTotalDuration(-3600L), new SetEnd(TEN.minusHours(1))),
          new SessionStartChanged("s", TEN, now)).expectEvents(
              new SessionTotalDurationChanged("s", -3600L, now),
              new SessionEndChanged("s", TEN.minusHours(1), now));
    }

    @Test
    void any_other_session_took_some_time() {
      assertRefused(when(change(new SetTotalDuration(-1L)), new SessionStartChanged("s", TEN, now)),
          new Rule.DurationIsNegative("total_duration_seconds", -1));
    }

    @Test
    void a_time_below_zero_does_not_block_other_changes_when_the_end_is_mended() {
      when(change(new SetEnd(TEN.plusHours(1))), new SessionStartChanged("s", TEN, now),
          new SessionEndChanged("s", TEN.minusHours(1), now),
          new SessionTotalDurationChanged("s", -3600L, now))
          .expectEvents(new SessionEndChanged("s", TEN.plusHours(1), now));
    }

    @Test
    void a_deadline_before_the_day_of_creation_is_refused_and_with_it_all_other_changes() {
      var yesterday = Sessions.TODAY.minusDays(1);
      assertRefused(when(change(new Rename(new Name("New")), new SetDeadline(yesterday))),
          new Rule.DeadlinePrecedesCreation(yesterday, Sessions.TODAY));
    }

    @Test
    void a_session_completed_twice_is_completed_once() {
      when(change(new SetCompleted(true)), new SessionCompleted("s", now)).expectNoEvents();
    }

    @Test
    void completion_can_be_turned_round() {
      when(new ToggleSessionCompletion(Sessions.ID, "root"))
          .expectEvents(new SessionCompleted("s", now));
    }

    @Test
    void completion_can_be_turned_round_again() {
      when(new ToggleSessionCompletion(Sessions.ID, "root"), new SessionCompleted("s", now))
          .expectEvents(new SessionReopened("s", now));
    }
  }

  @Nested
  class Place {

    @Test
    void a_session_moves_below_another_goal() {
      when(new MoveSession(Sessions.ID, "root", EntityRef.goal("other")))
          .expectEvents(new SessionMoved("s", EntityRef.goal("other"), now));
    }

    @Test
    void a_session_that_is_there_already_does_not_move() {
      when(new MoveSession(Sessions.ID, "root", EntityRef.goal("short"))).expectNoEvents();
    }

    @Test
    void a_session_does_not_stand_below_a_session() {
      assertRefused(when(new MoveSession(Sessions.ID, "root", EntityRef.session("s2"))),
          new Rule.CannotStandBelow(EntityRef.session("s"), EntityRef.session("s2")));
    }
  }

  @Nested
  class Presence {

    private final ChangeSession rename = change(new Rename(new Name("New")));

    @Test
    void a_deleted_session_cannot_be_changed() {
      assertRefused(when(rename, new SessionDeleted("s", now)),
          new Rule.IsDeleted(EntityRef.session("s")));
    }

    @Test
    void a_restored_session_can_be_changed() {
      when(rename, new SessionDeleted("s", now), new SessionRestored("s", now))
          .expectEvents(new SessionRenamed("s", "New", now));
    }

    @Test
    void a_session_below_something_deleted_cannot_be_changed() {
      sessions.entities.goal("short", "root", 1, true);
      assertRefused(when(rename), new Rule.IsDeleted(EntityRef.session("s")));
    }

    @Test
    void a_session_of_another_fractal_is_unknown() {
      assertRefused(
          when(new ChangeSession(Sessions.ID, "elsewhere", List.of(new SetStart(TEN)))),
          new Rule.IsUnknown(EntityRef.session("s")));
    }

    @Test
    void a_session_that_never_was_is_not_found() {
      sessions.fixture().givenNoPriorActivity().when(rename)
          .expectException(AggregateNotFoundException.class);
    }
  }

  @Test
  void a_goal_is_served_once_however_often_it_is_linked() {
    var once = new SessionGoalLinked("s", "other", "Dream", null);

    var state = SessionState.after(
        SessionState.after(SessionState.of(Sessions.created()), once),
        new SessionGoalLinked("s", "other", "ImmediateGoal", null));

    assertThat(state.links()).containsExactly(new GoalLink("other", "Dream"));
  }
}
