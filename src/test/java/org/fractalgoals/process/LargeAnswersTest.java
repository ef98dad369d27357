package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.Settings;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.session.InstanceEvent.InstanceAdded;
import org.fractalgoals.domain.session.InstanceEvent.MetricRecorded;
import org.fractalgoals.domain.session.SessionEvent.GoalLink;
import org.fractalgoals.domain.session.SessionEvent.SessionCreated;
import org.fractalgoals.eventstore.codec.JsonTexts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fractal of 1 000 goals and 1 000 sessions, in each of which ten activities were performed. */
class LargeAnswersTest {

  private static final int GOALS = 1_000;
  private static final int SESSIONS = 1_000;
  private static final int PERFORMED = 10;
  private static final int HEAP_IN_MEGABYTES = 96;

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);

  @TempDir Path directory;

  @Test
  void trees_and_lists_are_answered_whole_with_a_small_heap() throws Exception {
    fill();

    try (var server = Program.serveWithin(HEAP_IN_MEGABYTES, directory)) {
      for (int round = 0; round < 3; round++) {
        var tree = server.get("/api/r/goals");
        assertThat(tree.get("children")).hasSize(GOALS - 1);
        assertThat(tree.findValues("session_data")).hasSize(SESSIONS);

        var sessions = server.get("/api/r/sessions");
        assertThat(sessions).hasSize(SESSIONS).allSatisfy(session -> assertThat(
            session.at("/attributes/session_data/sections/0/exercises")).hasSize(PERFORMED));

        assertThat(server.get("/api/r/activity-instances")).hasSize(SESSIONS * PERFORMED);
      }
      assertThat(server.get("/health").get("status").asString()).isEqualTo("healthy");
      assertThat(server.stop()).isEqualTo(143);
    }
  }

  private void fill() throws InterruptedException {
    var events = new ArrayList<DomainEvent>();
    events.add(goal("r", null));
    IntStream.range(1, GOALS).forEach(goal -> events.add(goal("g" + goal, EntityRef.goal("r"))));
    events.add(new ActivityDefined("a", "r", "Tie knots", "", Set.of("metrics"), null, NOW));
    events.add(new MetricAdded("a", "m", "Pace", new Measure("s", false, true, false), 0, NOW));
    IntStream.range(0, SESSIONS).forEach(session -> events.addAll(practice(session)));
    var settings = new Settings(directory, "development", ZoneOffset.UTC, Clock.systemUTC());
    try (var application = Application.open(settings)) {
      for (int from = 0; from < events.size(); from += 1_000) {
        append(application, events.subList(from, Math.min(from + 1_000, events.size())));
      }
      assertThat(application.readModel().await(application.store().head().position(),
          Duration.ofMinutes(2))).isTrue();
    }
  }

  private static void append(Application application, List<DomainEvent> events) {
    var store = application.store();
    var envelope = Envelope.live("r", new Origin("test", Source.API, store.ids().next()));
    store.append(events.stream()
        .map(event -> new NewEvent(store.ids().next(), NewEvent.NEXT, event, envelope)).toList());
  }

  private static GoalCreated goal(String id, @Nullable EntityRef parent) {
    return new GoalCreated(id, "r", parent, parent == null ? "UltimateGoal" : "ShortTermGoal",
        "Goal " + id, "", null, null, 0, TODAY, NOW);
  }

  /** A session whose data list what was performed in it, and measured. */
  private static List<DomainEvent> practice(int number) {
    var session = "s" + number;
    var goal = "g" + (1 + number % (GOALS - 1));
    var ids = IntStream.range(0, PERFORMED).mapToObj(each -> session + "-" + each).toList();
    var data = ids.stream().collect(Collectors.joining("\",\"",
        "{\"sections\":[{\"name\":\"Prep\",\"activity_ids\":[\"", "\"]}]}"));
    var events = new ArrayList<DomainEvent>();
    events.add(new SessionCreated(session, "r", EntityRef.goal(goal),
        List.of(new GoalLink(goal, "ShortTermGoal")), "Session " + number, "", 45L, null, null,
        null, null, JsonTexts.of(data), TODAY, NOW));
    for (var id : ids) {
      events.add(new InstanceAdded(session, id, "a", 0, NOW));
      events.add(new MetricRecorded(session, id, id + "-v", "m", null, 12.5, false, NOW));
    }
    return events;
  }
}
