package org.fractalgoals.projections.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.projections.fixture.GoalFacts.DAWN;
import static org.fractalgoals.projections.fixture.GoalFacts.at;
import static org.fractalgoals.projections.fixture.GoalFacts.deleted;
import static org.fractalgoals.projections.fixture.GoalFacts.fractal;
import static org.fractalgoals.projections.fixture.GoalFacts.goal;
import static org.fractalgoals.projections.fixture.GoalFacts.renamed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Lineages;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.domain.event.Until;
import org.fractalgoals.projections.activitygroup.GroupProjector;
import org.fractalgoals.projections.activitygroup.GroupQueries;
import org.fractalgoals.projections.activitygroup.GroupRow;
import org.fractalgoals.projections.engine.ProjectionStopped;
import org.fractalgoals.projections.file.Fingerprint;
import org.fractalgoals.projections.fixture.EventLog;
import org.fractalgoals.projections.fixture.ToldLog;
import org.fractalgoals.projections.goal.FractalRow;
import org.fractalgoals.projections.goal.GoalProjector;
import org.fractalgoals.projections.goal.GoalQueries;
import org.fractalgoals.projections.goal.GoalRow;
import org.fractalgoals.projections.serving.Serving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimeTravelTest {

  private static final Lineages NOTHING = new PastEntities();

  private final EventLog events = new EventLog();
  private final ToldLog history = new ToldLog(events);
  private final Serving serving = new Serving();
  private final GoalQueries goals = new GoalQueries(serving);
  private TimeTravel timeTravel = withRoomFor(16, 1_000);

  private TimeTravel withRoomFor(int models, long held) {
    return new TimeTravel(history, List.of(new GoalProjector(), new GroupProjector()),
        new Fingerprint("0".repeat(64)), serving, new PastModels.Room(models, held));
  }

  @BeforeEach
  void twoFractals() {
    events.append("r", "a-1", fractal("r"), goal("g", "r", "r"), renamed("g", "Keel"));
    events.append("s", "a-2", fractal("s"));
    events.append("r", "a-3", deleted("g"));
  }

  @AfterEach
  void close() {
    timeTravel.close();
  }

  private Past past(String rootId, Instant time) {
    return history.upTo(rootId, new Until.Moment(time));
  }

  /** What a question is answered by a thread that visits a past. */
  private <T> T seen(Past past, Supplier<T> question) {
    var pin = timeTravel.visit(past);
    try {
      return question.get();
    } finally {
      pin.close();
    }
  }

  private List<String> namesOfGoals() {
    return goals.goalsOfType("r", "LongTermGoal").stream().map(GoalRow::name).toList();
  }

  @Test
  void queries_see_what_was() {
    assertThat(seen(past("r", DAWN), this::namesOfGoals)).containsExactly("name of g");
    assertThat(seen(past("r", at(1)), this::namesOfGoals)).containsExactly("Keel");
    assertThat(seen(past("r", at(4)), this::namesOfGoals)).isEmpty();
  }

  @Test
  void one_fractal_is_seen_or_all() {
    assertThat(seen(past("r", DAWN), goals::fractals)).extracting(FractalRow::id)
        .containsExactly("r");
    assertThat(seen(history.upTo(null, new Until.Moment(DAWN)), goals::fractals))
        .extracting(FractalRow::id).containsExactly("r", "s");
    assertThat(seen(past("r", DAWN.minusSeconds(1)), goals::fractals)).isEmpty();
  }

  @Test
  void things_are_those_of_then() {
    var entities = timeTravel.entities(NOTHING);
    var goal = EntityRef.goal("g");

    assertThat(seen(past("r", at(1)), () -> entities.isVisible(goal))).isTrue();
    assertThat(seen(past("r", at(1)), () -> entities.lineage(goal))).extracting(Entity::ref)
        .containsExactly(goal, EntityRef.goal("r"));
    assertThat(seen(past("r", at(1)), () -> entities.find(EntityRef.goal("s")))).isEmpty();
    assertThat(seen(past("r", at(4)), () -> entities.isVisible(goal))).isFalse();
    assertThat(seen(past("r", at(4)), () -> entities.find(goal))).get()
        .extracting(Entity::deletedBy).isEqualTo("a-3");
    assertThat(entities.find(goal)).as("of now").isEmpty();
  }

  @Test
  void what_is_told_later_of_an_earlier_time_may_have_a_name_that_was_taken() {
    events.append("r", "a-4", new GroupCreated("one", "r", "Ropes", "", 0, DAWN),
        new GroupRenamed("one", "Knots", at(9)));
    events.append("r", "a-5", new GroupCreated("two", "r", "Ropes", "", 1, at(5)));
    var groups = new GroupQueries(serving);

    assertThat(seen(past("r", at(6)), () -> groups.groups("r"))).extracting(GroupRow::name)
        .containsExactly("Ropes", "Ropes");
  }

  @Test
  void equal_pasts_share_one_model_however_they_are_asked_for() {
    for (var until : List.of(new Until.Moment(at(1)), new Until.Moment(at(3)),
        new Until.Position(3), new Until.Position(4))) {
      timeTravel.visit(history.upTo("r", until)).close();
    }
    assertThat(timeTravel.kept()).isEqualTo(1);

    events.append("r", "a-4", new GroupCreated("late", "r", "Ropes", "", 0, DAWN));
    timeTravel.visit(past("r", at(1))).close();
    assertThat(timeTravel.kept()).as("another past by now").isEqualTo(2);
  }

  @Test
  void as_many_are_kept_as_there_is_room_for() {
    timeTravel = withRoomFor(2, 1_000);
    for (int position = 1; position <= 5; position++) {
      timeTravel.visit(history.upTo(null, new Until.Position(position))).close();
    }
    assertThat(timeTravel.kept()).isEqualTo(2);

    timeTravel = withRoomFor(16, 6);
    for (int position = 1; position <= 5; position++) {
      timeTravel.visit(history.upTo(null, new Until.Position(position))).close();
    }
    assertThat(timeTravel.kept()).as("of 5 events").isEqualTo(1);
  }

  @Test
  void one_that_is_put_away_stays_as_long_as_it_is_seen() {
    timeTravel = withRoomFor(1, 1_000);
    assertThat(seen(past("r", DAWN), () -> {
      join(Thread.ofPlatform().start(() -> timeTravel.visit(past("r", at(1))).close()));
      timeTravel.forget();
      assertThat(timeTravel.kept()).isZero();
      return namesOfGoals();
    })).containsExactly("name of g");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_cannot_be_built_is_not_kept() {
    events.makeUnreadable(3);

    assertThatThrownBy(() -> timeTravel.visit(past("r", at(1))))
        .isInstanceOf(ProjectionStopped.class);
    assertThat(timeTravel.kept()).isZero();
    assertThat(serving.pinned()).isEmpty();
    for (int more = 0; more < 10; more++) {
      assertThatThrownBy(() -> timeTravel.visit(past("r", at(1))))
          .isInstanceOf(ProjectionStopped.class);
    }
  }

  @Test
  void what_is_too_long_is_refused_before_it_is_read() {
    var past = new Past("r", 1_000_000, DAWN, TimeTravel.MOST_EVENTS + 1L);

    assertThatThrownBy(() -> timeTravel.visit(past)).isInstanceOf(TooMuchPast.class);
  }

  @Test
  void many_threads_see_what_each_of_them_asked_for() {
    var wrong = new AtomicInteger();
    var threads = new ArrayList<Thread>();
    for (int number = 0; number < 8; number++) {
      var time = number % 2 == 0 ? DAWN : at(1);
      var expected = number % 2 == 0 ? "name of g" : "Keel";
      threads.add(Thread.ofPlatform().start(() -> {
        for (int round = 0; round < 50; round++) {
          if (!seen(past("r", time), this::namesOfGoals).equals(List.of(expected))) {
            wrong.incrementAndGet();
          }
        }
      }));
    }
    threads.forEach(TimeTravelTest::join);

    assertThat(wrong).hasValue(0);
    assertThat(timeTravel.kept()).isEqualTo(2);
  }
}
