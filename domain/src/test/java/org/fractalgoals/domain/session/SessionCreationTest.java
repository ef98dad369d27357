package org.fractalgoals.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalId;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.session.CreateSession.ImmediateGoal;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Describe;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.Fact;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetData;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetDuration;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetEnd;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetStart;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTemplate;
import org.fractalgoals.domain.session.SessionCommand.SessionChange.SetTotalDuration;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How sessions begin. */
class SessionCreationTest {

  private static final Name NAME = new Name("Morning");

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false);
  private final Map<String, List<DomainEvent>> streams = new HashMap<>();
  private final List<NewEvent> appended = new ArrayList<>();
  private SessionCreation creation;

  @BeforeEach
  void goals() {
    goal("short", "ShortTermGoal", false);
    goal("short2", "ShortTermGoal", false);
    goal("now", "ImmediateGoal", false);
    goal("long", "LongTermGoal", false);
    goal("gone", "ShortTermGoal", true);
    var lastId = new AtomicInteger();
    var actions = new Actions((events, seen) -> {
      appended.addAll(events);
      return appended.size();
    }, () -> "e-" + lastId.incrementAndGet());
    creation = new SessionCreation(entities, stream -> streams.getOrDefault(stream, List.of()),
        actions, Sessions.CLOCK);
  }

  private void goal(String id, String type, boolean deleted) {
    entities.goal(id, "root", 1, deleted);
    streams.put("goal/" + id, List.of(new GoalCreated(id, "root", EntityRef.goal("root"), type,
        id, "", null, null, 1, Sessions.TODAY, Sessions.NOW)));
  }

  private List<DomainEvent> created(CreateSession command) {
    creation.handle(command, new Origin("anna", Source.API, "action").toMetaData());
    return appended.stream().map(NewEvent::payload).toList();
  }

  private static CreateSession below(String... goals) {
    return below(NAME, List.of(), List.of(), goals);
  }

  private static CreateSession below(@Nullable Name name, List<Fact> facts,
      List<ImmediateGoal> children, String... goals) {
    return new CreateSession(Sessions.ID, "root", name, List.of(goals), true, facts, children);
  }

  private static SessionCreated session(String name, GoalLink... links) {
    return new SessionCreated("s", "root", EntityRef.goal("short"), List.of(links), name, "",
        null, null, null, null, null, null, Sessions.TODAY, Sessions.NOW);
  }

  private void assertRefused(CreateSession command, Rule rule) {
    assertThatThrownBy(() -> created(command)).isInstanceOf(RuleViolation.class)
        .hasMessage(rule.sentence());
    assertThat(appended).isEmpty();
  }

  @Test
  void the_first_short_term_goal_is_the_parent_and_all_goals_are_linked_once() {
    assertThat(created(below("now", "short", "short2", "short"))).containsExactly(
        session("Morning", new GoalLink("now", "ImmediateGoal"),
            new GoalLink("short", "ShortTermGoal"), new GoalLink("short2", "ShortTermGoal")));
  }

  @Test
  void all_that_is_known_of_it_is_in_its_first_event() {
    var start = LocalDateTime.of(2026, 3, 4, 10, 0);
    var data = Sessions.json("{}");

    assertThat(created(below(NAME,
        List.of(new Describe(new Description("Dry")), new SetStart(start),
            new SetEnd(start.minusHours(1)), new SetDuration(45L), new SetTotalDuration(2700L),
            new SetTemplate("t"), new SetData(data)),
        List.of(), "short"))).containsExactly(
            new SessionCreated("s", "root", EntityRef.goal("short"),
                List.of(new GoalLink("short", "ShortTermGoal")), "Morning", "Dry", 45L, 2700L,
                start, start.minusHours(1), "t", data, Sessions.TODAY, Sessions.NOW));
  }

  @Test
  void immediate_goals_are_created_below_it_in_the_same_action() {
    var goals = List.of(
        new ImmediateGoal(new GoalId("g1"), new Name("One"), Description.EMPTY),
        new ImmediateGoal(new GoalId("g2"), new Name("Two"), new Description("Text")));

    assertThat(created(below(NAME, List.of(), goals, "short"))).containsExactly(
        session("Morning", new GoalLink("short", "ShortTermGoal")),
        new GoalCreated("g1", "root", EntityRef.session("s"), "ImmediateGoal", "One", "", null,
            null, 1, Sessions.TODAY, Sessions.NOW),
        new GoalCreated("g2", "root", EntityRef.session("s"), "ImmediateGoal", "Two", "Text",
            null, null, 2, Sessions.TODAY, Sessions.NOW));
    assertThat(appended).extracting(event -> event.envelope().causationId())
        .containsExactly(null, "e-1", "e-1");
  }

  @Test
  void a_session_without_a_name_is_numbered_and_dated_in_the_zone_of_the_store() {
    entities.with(EntityRef.session("s1"), EntityRef.goal("short"), 0, false);
    entities.with(EntityRef.session("s2"), EntityRef.goal("short"), 0, true);

    assertThat(created(below(null, List.of(), List.of(), "short"))).containsExactly(
        session("Practice Session 2 - 03/05/2026", new GoalLink("short", "ShortTermGoal")));
  }

  @Test
  void the_language_of_the_machine_does_not_get_into_the_name() {
    var language = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(created(below(null, List.of(), List.of(), "short"))).containsExactly(
          session("Practice Session 1 - 03/05/2026", new GoalLink("short", "ShortTermGoal")));
    } finally {
      Locale.setDefault(language);
    }
  }

  @Test
  void the_parent_alone_can_be_recorded_without_links() {
    assertThat(created(new CreateSession(Sessions.ID, "root", NAME, List.of("short", "short2"),
        false, List.of(), List.of()))).containsExactly(session("Morning"));
  }

  @Test
  void a_session_needs_a_short_term_goal() {
    assertRefused(below("now"), new Rule.SessionNeedsParent());
  }

  @Test
  void goals_of_other_types_are_refused() {
    assertRefused(below("short", "long"),
        new Rule.GoalCannotHaveSessions(EntityRef.goal("long"), "LongTermGoal"));
  }

  @Test
  void unknown_goals_are_refused() {
    assertRefused(below("short", "nowhere"),
        new Rule.ReferenceIsUnknown(EntityRef.goal("nowhere")));
  }

  @Test
  void deleted_goals_are_refused() {
    assertRefused(below("short", "gone"), new Rule.ReferenceIsDeleted(EntityRef.goal("gone")));
  }

  @Test
  void goals_of_other_fractals_are_refused() {
    assertRefused(
        new CreateSession(Sessions.ID, "elsewhere", NAME, List.of("short"), true, List.of(),
            List.of()),
        new Rule.ReferenceIsUnknown(EntityRef.goal("short")));
  }
}
