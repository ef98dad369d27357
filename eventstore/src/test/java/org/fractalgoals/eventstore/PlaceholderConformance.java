package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.imported;

import java.util.Arrays;
import java.util.List;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.SuiteEvent.Added;
import org.fractalgoals.eventstore.SuiteEvent.Deleted;
import org.fractalgoals.eventstore.SuiteEvent.Moved;
import org.fractalgoals.eventstore.SuiteEvent.Presumed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A placeholder holds the id of something that was never seen, and is as good as unknown to everybody else. */
abstract class PlaceholderConformance extends EventStoreConformance {

  private static final EntityRef MISSING = EntityRef.goal("missing");
  private static final EntityRef CHILD = EntityRef.goal("child");
  private static final EntityRef SESSION = EntityRef.session("session");

  @BeforeEach
  void aGoalAndASessionBelowAMissingGoal() {
    append(fractal(), goal("there", ROOT_GOAL));
    bring(new Presumed(MISSING, null, NOON), goal("child", MISSING),
        new Added(SESSION, CHILD, null, 0, NOON));
  }

  private void bring(DomainEvent... events) {
    store.appender().append(
        Arrays.stream(events).map(event -> imported(event, NOON)).toList());
  }

  private static NewEvent importedIn(String rootId, DomainEvent event) {
    var likewise = Events.imported(event, NOON).envelope();
    return new NewEvent(Events.newId(), NewEvent.NEXT, event,
        new Envelope(rootId, likewise.origin(), null, likewise.imported()));
  }

  private void assertRefused(Rule rule, DomainEvent event) {
    assertThatThrownBy(() -> append(event)).isInstanceOf(RuleViolation.class)
        .extracting(e -> ((RuleViolation) e).rule()).isEqualTo(rule);
  }

  @Test
  void what_is_missing_is_known_only_as_a_placeholder() {
    assertThat(entity(MISSING)).isEqualTo(new Entity(MISSING, ROOT, null, "goal/missing", null, 0,
        NOON.getEpochSecond() * 1_000_000, Entity.Life.LIVE, null, true, false));
    assertThat(store.entities().known(MISSING)).isEmpty();
    assertThat(store.entities().isVisible(MISSING)).isFalse();
  }

  @Test
  void what_stands_below_it_is_in_no_list_and_in_no_cascade() {
    assertThat(store.entities().known(SESSION)).isEmpty();
    assertThat(store.entities().isVisible(SESSION)).isFalse();
    assertThat(store.entities().live(ROOT, Kind.GOAL)).extracting(Entity::ref)
        .containsExactlyInAnyOrder(ROOT_GOAL, EntityRef.goal("there"));
    assertThat(store.entities().live(ROOT, Kind.SESSION)).isEmpty();
    assertThat(store.entities().cascade(entity(ROOT_GOAL))).extracting(Entity::ref)
        .containsExactly(ROOT_GOAL, EntityRef.goal("there"));
  }

  @Test
  void what_is_missing_below_a_known_thing_is_not_its_child() {
    var lost = EntityRef.goal("lost");
    bring(new Presumed(lost, EntityRef.goal("there"), NOON), goal("below", lost));

    assertThat(store.entities().children(EntityRef.goal("there"), Kind.GOAL)).isEmpty();
    append(new Deleted(EntityRef.goal("there"), NOON));
    assertThat(entity(EntityRef.goal("below")).lives()).isTrue();
  }

  @Test
  void a_fractal_is_deleted_without_what_stands_below_a_placeholder() {
    append(new Deleted(ROOT_GOAL, NOON), new Deleted(EntityRef.goal("there"), NOON));

    assertThat(entity(CHILD).lives()).isTrue();
  }

  @Test
  void a_command_cannot_take_its_id_nor_put_anything_below_it() {
    assertRefused(new Rule.IdIsTaken(MISSING), goal("missing", ROOT_GOAL));
    assertRefused(new Rule.ParentIsUnknown(MISSING), goal("new", MISSING));
    assertRefused(new Rule.ParentIsUnknown(CHILD), goal("new", CHILD));
    assertRefused(new Rule.ParentIsUnknown(CHILD), new Moved(EntityRef.goal("there"), CHILD, NOON));
  }

  @Test
  void nothing_happens_to_a_placeholder() {
    assertThatThrownBy(() -> append(new Deleted(MISSING, NOON)))
        .isInstanceOf(StaleDecision.class);
    assertThatThrownBy(() -> bring(new Moved(MISSING, ROOT_GOAL, NOON)))
        .isInstanceOf(StaleDecision.class);
  }

  @Test
  void the_thing_itself_takes_its_place_when_it_is_imported() {
    bring(new Added(MISSING, EntityRef.goal("there"), null, 7, NOON.minusSeconds(60)));

    var found = entity(MISSING);
    assertThat(found.placeholder()).isFalse();
    assertThat(found.parent()).isEqualTo(EntityRef.goal("there"));
    assertThat(found.sortOrder()).isEqualTo(7);
    assertThat(found.createdAt()).isEqualTo(NOON.minusSeconds(60).getEpochSecond() * 1_000_000);
    assertThat(store.entities().isVisible(SESSION)).isTrue();
    assertThat(store.entities().cascade(entity(EntityRef.goal("there")))).extracting(Entity::ref)
        .containsExactly(EntityRef.goal("there"), MISSING, CHILD, SESSION);
  }

  @Test
  void it_is_filled_once_and_only_in_its_own_fractal() {
    assertThatThrownBy(() -> store.appender().append(List.of(importedIn("foreign",
        new Added(MISSING, EntityRef.goal("foreign"), null, 0, NOON)))))
        .isInstanceOf(RuleViolation.class);
    bring(goal("missing", ROOT_GOAL));
    assertThatThrownBy(() -> bring(goal("missing", ROOT_GOAL))).isInstanceOf(RuleViolation.class);
  }

  @Test
  void what_is_known_is_not_presumed() {
    bring(new Presumed(EntityRef.goal("there"), null, NOON), new Presumed(MISSING, null, NOON));

    assertThat(entity(EntityRef.goal("there")).placeholder()).isFalse();
    assertThat(store.entities().isVisible(EntityRef.goal("there"))).isTrue();
  }
}
