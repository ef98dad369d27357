package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.imported;
import static org.fractalgoals.eventstore.Events.liveIn;
import static org.fractalgoals.eventstore.Events.named;
import static org.fractalgoals.eventstore.Events.note;

import java.util.List;

import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.SuiteEvent.Added;
import org.fractalgoals.eventstore.SuiteEvent.Deleted;
import org.fractalgoals.eventstore.SuiteEvent.Placed;
import org.fractalgoals.eventstore.SuiteEvent.Renamed;
import org.fractalgoals.eventstore.SuiteEvent.Restored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules about sets mean for each kind of thing. */
abstract class KindRulesConformance extends EventStoreConformance {

  private static final EntityRef KNOTS = EntityRef.activity("knots");
  private static final EntityRef BENDS = EntityRef.activity("bends");
  private static final EntityRef MORNING = EntityRef.session("morning");
  private static final EntityRef PACE = EntityRef.instance("pace");

  @BeforeEach
  void twoFractals() {
    append(fractal());
    inForeign(fractal("foreign"));
  }

  private void inForeign(DomainEvent... events) {
    store.appender().append(liveIn("foreign", events));
  }

  private static Added below(EntityRef ref, EntityRef parent, String name) {
    return new Added(ref, parent, name, 0, NOON);
  }

  private static Added below(EntityRef ref, EntityRef parent) {
    return new Added(ref, parent, null, 0, NOON);
  }

  private void assertRefused(Rule rule, DomainEvent... events) {
    var head = store.reader().head();
    assertThatThrownBy(() -> append(events)).isInstanceOf(RuleViolation.class)
        .extracting(e -> ((RuleViolation) e).rule()).isEqualTo(rule);
    assertThat(store.reader().head()).isEqualTo(head);
  }

  @ParameterizedTest
  @EnumSource(names = {"GROUP", "ACTIVITY", "TEMPLATE"})
  void a_live_name_is_unique_among_the_things_of_its_kind_in_the_fractal(Kind kind) {
    append(named(new EntityRef(kind, "a"), "Knots"), named(new EntityRef(kind, "b"), "Bends"));
    inForeign(named(new EntityRef(kind, "c"), "Knots"));
    var taken = new Rule.NameIsTaken(kind, "Knots", "fractal");

    assertRefused(taken, named(new EntityRef(kind, "d"), "Knots"));
    assertRefused(taken, new Renamed(new EntityRef(kind, "b"), "Knots", NOON));
    append(new Deleted(new EntityRef(kind, "a"), NOON));
    append(new Renamed(new EntityRef(kind, "b"), "Knots", NOON));
    assertRefused(taken, new Restored(new EntityRef(kind, "a"), NOON));
  }

  @Test
  void things_of_different_kinds_may_have_one_name() {
    append(named(EntityRef.group("x"), "Knots"), named(EntityRef.activity("x"), "Knots"),
        named(EntityRef.template("x"), "Knots"), below(EntityRef.metric("x"), KNOTS, "Knots"),
        below(EntityRef.split("x"), KNOTS, "Knots"), named(KNOTS, "More knots"));

    assertThat(store.entities().find(EntityRef.split("x")).map(Entity::name)).contains("Knots");
  }

  @ParameterizedTest
  @EnumSource(names = {"METRIC", "SPLIT"})
  void a_live_name_of_what_is_measured_is_unique_in_its_activity(Kind kind) {
    var one = new EntityRef(kind, "one");
    var other = new EntityRef(kind, "other");
    var taken = new Rule.NameIsTaken(kind, "Left", "activity");
    append(named(KNOTS, "Knots"), named(BENDS, "Bends"), below(one, KNOTS, "Left"),
        below(other, KNOTS, "Right"), below(new EntityRef(kind, "elsewhere"), BENDS, "Left"));

    assertRefused(taken, below(new EntityRef(kind, "new"), KNOTS, "Left"));
    assertRefused(taken, new Renamed(other, "Left", NOON));
    append(new Renamed(one, "Right", NOON), new Renamed(other, "Left", NOON));

    assertThat(entity(one).name()).isEqualTo("Right");
    assertThat(entity(other).name()).isEqualTo("Left");
  }

  @ParameterizedTest
  @EnumSource(names = {"METRIC", "SPLIT"})
  void what_is_measured_again_needs_a_name_that_is_free(Kind kind) {
    var one = new EntityRef(kind, "one");
    var other = new EntityRef(kind, "other");
    append(named(KNOTS, "Knots"), below(one, KNOTS, "Left"));
    append(new Deleted(one, NOON), below(other, KNOTS, "Left"));

    assertRefused(new Rule.NameIsTaken(kind, "Left", "activity"), new Restored(one, NOON));
    append(new Restored(one, NOON), new Renamed(other, "Right", NOON));

    assertThat(entity(one).lives()).isTrue();
  }

  @Test
  void the_id_of_an_instance_is_used_once_over_all_fractals() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")), below(PACE, MORNING));
    inForeign(new Added(EntityRef.goal("h"), EntityRef.goal("foreign"), null, 0, NOON),
        below(EntityRef.session("evening"), EntityRef.goal("h")));

    assertThatThrownBy(() -> inForeign(below(PACE, EntityRef.session("evening"))))
        .isInstanceOf(RuleViolation.class).hasMessage(new Rule.IdIsTaken(PACE).sentence());
    append(new Deleted(PACE, NOON));
    assertRefused(new Rule.IdIsTaken(PACE), below(PACE, MORNING));
  }

  @Test
  void nothing_is_performed_in_a_session_that_is_deleted_or_below_something_deleted() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")));
    append(new Deleted(MORNING, NOON));
    assertRefused(new Rule.ParentIsDeleted(MORNING), below(PACE, MORNING));

    append(new Restored(MORNING, NOON));
    store.appender().append(List.of(imported(new Deleted(EntityRef.goal("g"), NOON), NOON)));
    assertRefused(new Rule.ParentIsDeleted(MORNING), below(PACE, MORNING));
  }

  @Test
  void a_note_is_about_something_that_lives_in_the_same_fractal() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")), below(PACE, MORNING),
        named(KNOTS, "Knots"));
    append(below(EntityRef.note("a"), EntityRef.goal("g")), below(EntityRef.note("b"), MORNING),
        below(EntityRef.note("c"), PACE), below(EntityRef.note("d"), KNOTS));

    assertRefused(new Rule.ParentIsUnknown(BENDS), below(EntityRef.note("e"), BENDS));
    assertRefused(new Rule.ParentIsInOtherFractal(EntityRef.goal("foreign")),
        below(EntityRef.note("e"), EntityRef.goal("foreign")));
    assertRefused(new Rule.IdIsTaken(EntityRef.note("a")), below(EntityRef.note("a"), PACE));
    append(new Deleted(PACE, NOON));
    assertRefused(new Rule.ParentIsDeleted(PACE), below(EntityRef.note("e"), PACE));
  }

  @Test
  void a_note_keeps_its_own_state_when_what_it_is_about_is_deleted() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")), below(PACE, MORNING),
        below(EntityRef.note("n"), PACE), below(EntityRef.note("gone"), PACE));
    append(new Deleted(EntityRef.note("gone"), NOON));
    append(new Deleted(PACE, NOON));

    assertThat(entity(EntityRef.note("n")).lives()).isTrue();
    assertThat(store.entities().isVisible(EntityRef.note("n"))).isFalse();
    assertRefused(new Rule.ParentIsStillDeleted(EntityRef.note("gone"), PACE),
        new Restored(EntityRef.note("gone"), NOON));
    append(new Restored(PACE, NOON));
    assertThat(store.entities().isVisible(EntityRef.note("n"))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"GROUP", "ACTIVITY", "TEMPLATE", "SESSION", "PROGRAM", "NOTE"})
  void the_deletion_of_a_fractal_is_stale_while_something_in_it_lives(Kind kind) {
    var left = new EntityRef(kind, "left");
    append(new Added(left, null, null, 0, NOON));

    assertThatThrownBy(() -> append(new Deleted(ROOT_GOAL, NOON)))
        .isInstanceOf(StaleDecision.class);
    append(new Deleted(ROOT_GOAL, NOON), new Deleted(left, NOON));
  }

  @Test
  void the_deletion_of_a_goal_is_stale_while_a_session_below_lives() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")),
        below(EntityRef.goal("below"), MORNING));

    assertThatThrownBy(
        () -> append(new Deleted(EntityRef.goal("g"), NOON), new Deleted(MORNING, NOON)))
        .isInstanceOf(StaleDecision.class);
    append(new Deleted(EntityRef.goal("g"), NOON), new Deleted(MORNING, NOON),
        new Deleted(EntityRef.goal("below"), NOON));
  }

  @Test
  void instances_metrics_and_splits_live_on_below_what_is_deleted() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")), below(PACE, MORNING),
        named(KNOTS, "Knots"), below(EntityRef.metric("m"), KNOTS, "Load"),
        below(EntityRef.split("s"), KNOTS, "Left"));

    append(new Deleted(MORNING, NOON));
    append(new Deleted(KNOTS, NOON));
    append(new Deleted(ROOT_GOAL, NOON), new Deleted(EntityRef.goal("g"), NOON));

    assertThat(List.of(entity(PACE), entity(EntityRef.metric("m")), entity(EntityRef.split("s"))))
        .allMatch(Entity::lives);
    assertThat(store.entities().isVisible(PACE)).isFalse();
  }

  @Test
  void a_fractal_takes_along_all_but_what_has_no_deletion_of_its_own() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")), below(PACE, MORNING),
        below(EntityRef.goal("below"), MORNING),
        new Added(EntityRef.session("stray"), null, null, 0, NOON),
        named(EntityRef.group("n"), "Ropes"), named(KNOTS, "Knots"),
        below(EntityRef.metric("m"), KNOTS, "Load"), below(EntityRef.split("s"), KNOTS, "Left"),
        named(EntityRef.template("t"), "Dry dock"), named(EntityRef.template("gone"), "Slip"));
    append(new Deleted(EntityRef.template("gone"), NOON));

    assertThat(store.entities().cascade(entity(ROOT_GOAL))).extracting(e -> e.ref().toString())
        .startsWith("goal/root", "goal/g", "session/morning", "goal/below")
        .containsExactlyInAnyOrder("goal/root", "goal/g", "session/morning", "goal/below",
            "session/stray", "group/n", "activity/knots", "template/t");
    assertThat(store.entities().cascade(entity(EntityRef.goal("g"))))
        .extracting(e -> e.ref().toString())
        .containsExactly("goal/g", "session/morning", "goal/below");
  }

  @Test
  void what_an_action_deleted_is_known_in_the_order_of_its_deletion() {
    append(goal("g", ROOT_GOAL), below(MORNING, EntityRef.goal("g")),
        named(EntityRef.template("t"), "Dry dock"));
    append(new Deleted(ROOT_GOAL, NOON), new Deleted(EntityRef.goal("g"), NOON),
        new Deleted(MORNING, NOON), new Deleted(EntityRef.template("t"), NOON));

    var action = entity(ROOT_GOAL).deletedBy();

    assertThat(store.entities().deletedBy(String.valueOf(action)))
        .extracting(e -> e.ref().toString())
        .containsExactly("goal/root", "goal/g", "session/morning", "template/t");
  }

  @Test
  void places_and_numbers_are_those_of_one_kind_in_one_fractal() {
    append(named(EntityRef.group("a"), "A"), named(EntityRef.group("b"), "B"),
        named(EntityRef.group("c"), "C"), named(KNOTS, "Knots"));
    append(new Placed(EntityRef.group("a"), 2, NOON), new Placed(EntityRef.group("b"), 5, NOON),
        new Placed(KNOTS, 9, NOON));
    append(new Deleted(EntityRef.group("b"), NOON));
    inForeign(new Added(EntityRef.group("d"), null, "A", 7, NOON));

    assertThat(store.entities().greatestSortOrder(ROOT, Kind.GROUP)).isEqualTo(5);
    assertThat(store.entities().greatestSortOrder(ROOT, Kind.TEMPLATE)).isZero();
    assertThat(store.entities().greatestSortOrder("nowhere", Kind.GROUP)).isZero();
    assertThat(store.entities().live(ROOT, Kind.GROUP)).hasSize(2);
    assertThat(store.entities().live(ROOT, Kind.TEMPLATE)).isEmpty();
    assertThat(store.entities().live("foreign", Kind.GROUP)).hasSize(1);
  }

  @Test
  void a_stream_gives_its_events_in_their_order_and_no_others() {
    append(goal("g", ROOT_GOAL), note("g", "one"), note("root", "other"), note("g", "two"));

    assertThat(store.streams().eventsOf("goal/g")).containsExactly(goal("g", ROOT_GOAL),
        note("g", "one"), note("g", "two"));
    assertThat(store.streams().eventsOf("goal/nowhere")).isEmpty();
  }
}
