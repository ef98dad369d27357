package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fractalgoals.eventstore.Events.NOON;
import static org.fractalgoals.eventstore.Events.ROOT_GOAL;
import static org.fractalgoals.eventstore.Events.activity;
import static org.fractalgoals.eventstore.Events.fractal;
import static org.fractalgoals.eventstore.Events.goal;
import static org.fractalgoals.eventstore.Events.imported;
import static org.fractalgoals.eventstore.Events.live;
import static org.fractalgoals.eventstore.Events.liveIn;
import static org.fractalgoals.eventstore.Events.named;
import static org.fractalgoals.eventstore.Events.note;

import java.util.List;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.rule.StaleDecision;
import org.fractalgoals.eventstore.SuiteEvent.Deleted;
import org.fractalgoals.eventstore.SuiteEvent.Moved;
import org.fractalgoals.eventstore.SuiteEvent.Placed;
import org.fractalgoals.eventstore.SuiteEvent.Renamed;
import org.fractalgoals.eventstore.SuiteEvent.Restored;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules about sets of things hold inside the append. */
abstract class SetRulesConformance extends EventStoreConformance {

  @BeforeEach
  void twoFractals() {
    append(fractal());
    store.appender().append(liveIn("foreign", fractal("foreign")));
  }

  void assertRefused(Rule rule, DomainEvent... events) {
    var head = store.reader().head();
    assertThatThrownBy(() -> append(events)).isInstanceOf(RuleViolation.class)
        .extracting(e -> ((RuleViolation) e).rule()).isEqualTo(rule);
    assertThat(store.reader().head()).isEqualTo(head);
  }

  @Test
  void an_id_is_used_once_per_kind_over_all_fractals() {
    assertRefused(new Rule.IdIsTaken(EntityRef.goal("foreign")), goal("foreign", ROOT_GOAL));
    append(named(activity("foreign"), "an activity may have the id of a goal"));
    assertThat(entity(activity("foreign")).rootId()).isEqualTo("root");
  }

  @Test
  void a_parent_exists_lives_and_is_in_the_same_fractal() {
    append(goal("gone", ROOT_GOAL));
    append(new Deleted(EntityRef.goal("gone"), NOON));

    assertRefused(new Rule.ParentIsUnknown(EntityRef.goal("nowhere")),
        goal("g", EntityRef.goal("nowhere")));
    assertRefused(new Rule.ParentIsDeleted(EntityRef.goal("gone")),
        goal("g", EntityRef.goal("gone")));
    assertRefused(new Rule.ParentIsInOtherFractal(EntityRef.goal("foreign")),
        goal("g", EntityRef.goal("foreign")));
  }

  @Test
  void what_has_no_parent_needs_a_living_fractal() {
    append(new Deleted(ROOT_GOAL, NOON));

    assertRefused(new Rule.ParentIsDeleted(ROOT_GOAL), named(activity("a"), "Knots"));
  }

  @Test
  void a_parent_below_something_deleted_counts_as_deleted() {
    append(goal("top", ROOT_GOAL), goal("child", EntityRef.goal("top")));
    store.appender()
        .append(List.of(imported(new Deleted(EntityRef.goal("top"), NOON), NOON)));

    assertRefused(new Rule.ParentIsDeleted(EntityRef.goal("child")),
        goal("g", EntityRef.goal("child")));
  }

  @Test
  void a_live_name_is_unique_in_its_fractal() {
    append(named(activity("a"), "Knots"));

    assertRefused(new Rule.NameIsTaken(Kind.ACTIVITY, "Knots",
        "fractal"), named(activity("b"), "Knots"));
    append(named(activity("b"), "knots"));
    store.appender().append(liveIn("foreign", named(activity("c"), "Knots")));
  }

  @Test
  void a_name_is_free_again_once_its_owner_is_deleted_and_then_cannot_be_restored() {
    append(named(activity("a"), "Knots"));
    append(new Deleted(activity("a"), NOON));
    append(named(activity("b"), "Knots"));

    assertRefused(new Rule.NameIsTaken(Kind.ACTIVITY, "Knots",
        "fractal"), new Restored(activity("a"), NOON));
    append(new Restored(activity("a"), NOON), new Renamed(activity("a"), "More knots", NOON));
    assertThat(entity(activity("a")).lives()).isTrue();
  }

  @Test
  void two_names_can_be_swapped_in_one_append() {
    append(named(activity("a"), "Left"), named(activity("b"), "Right"));

    append(new Renamed(activity("a"), "Right", NOON), new Renamed(activity("b"), "Left", NOON));

    assertThat(entity(activity("a")).name()).isEqualTo("Right");
  }

  @Test
  void imported_facts_are_not_judged_and_what_is_exempt_holds_no_name() {
    append(named(activity("a"), "Knots"));
    store.appender()
        .append(List.of(imported(named(activity("b"), "Knots"), NOON, "DUPLICATE_NAME(name)")));

    assertThat(entity(activity("b")).exempt()).isTrue();
    append(new Renamed(activity("a"), "Bends", NOON));
    append(named(activity("c"), "Knots"));
  }

  @Test
  void nothing_stands_below_itself() {
    append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")));

    assertRefused(new Rule.MoveMakesACycle(EntityRef.goal("a"), EntityRef.goal("b")),
        new Moved(EntityRef.goal("a"), EntityRef.goal("b"), NOON));
    assertRefused(new Rule.MoveMakesACycle(EntityRef.goal("a"), EntityRef.goal("a")),
        new Moved(EntityRef.goal("a"), EntityRef.goal("a"), NOON));
  }

  @Test
  void a_deletion_that_leaves_something_live_below_is_stale() {
    append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")));

    assertThatThrownBy(() -> append(new Deleted(EntityRef.goal("a"), NOON)))
        .isInstanceOf(StaleDecision.class);
    append(new Deleted(EntityRef.goal("a"), NOON), new Deleted(EntityRef.goal("b"), NOON));
    assertThat(entity(EntityRef.goal("b")).lives()).isFalse();
  }

  @Test
  void the_deletion_of_a_fractal_takes_what_has_no_parent_along() {
    append(named(activity("a"), "Knots"));

    assertThatThrownBy(() -> append(new Deleted(ROOT_GOAL, NOON)))
        .isInstanceOf(StaleDecision.class);
    append(new Deleted(ROOT_GOAL, NOON), new Deleted(activity("a"), NOON));
  }

  @Test
  void only_what_lives_is_deleted_and_only_what_is_deleted_is_restored() {
    append(goal("a", ROOT_GOAL));

    assertThatThrownBy(() -> append(new Restored(EntityRef.goal("a"), NOON)))
        .isInstanceOf(StaleDecision.class);
    append(new Deleted(EntityRef.goal("a"), NOON));
    assertThatThrownBy(() -> append(new Deleted(EntityRef.goal("a"), NOON)))
        .isInstanceOf(StaleDecision.class);
  }

  @Test
  void nothing_is_restored_below_something_deleted() {
    append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")));
    append(new Deleted(EntityRef.goal("b"), NOON));
    append(new Deleted(EntityRef.goal("a"), NOON));

    assertRefused(
        new Rule.ParentIsStillDeleted(EntityRef.goal("b"), EntityRef.goal("a")),
        new Restored(EntityRef.goal("b"), NOON));
    append(new Restored(EntityRef.goal("b"), NOON),
        new Moved(EntityRef.goal("b"), ROOT_GOAL, NOON));
    assertThat(store.entities().isVisible(EntityRef.goal("b"))).isTrue();
  }

  @Test
  void a_decision_is_stale_when_what_it_saw_has_changed() {
    append(goal("a", ROOT_GOAL));
    var seen = List.of(entity(EntityRef.goal("a")));
    append(new Placed(EntityRef.goal("a"), 7, NOON));

    assertThatThrownBy(() -> store.appender()
        .append(live(new Placed(EntityRef.goal("a"), 3, NOON)), seen))
        .isInstanceOf(StaleDecision.class);
    assertThat(entity(EntityRef.goal("a")).sortOrder()).isEqualTo(7);
  }

  @Test
  void the_lookup_answers_what_decisions_ask() {
    append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")), named(activity("k"), "Knots"));

    assertThat(store.entities().lineage(EntityRef.goal("b"))).extracting(e -> e.ref().id())
        .containsExactly("b", "a", "root");
    assertThat(store.entities().lineage(activity("k"))).extracting(e -> e.ref().id())
        .containsExactly("k", "root");
    assertThat(store.entities().cascade(entity(EntityRef.goal("a"))))
        .extracting(e -> e.ref().id()).containsExactly("a", "b");
    assertThat(store.entities().cascade(entity(ROOT_GOAL))).extracting(e -> e.ref().toString())
        .containsExactly("goal/root", "goal/a", "goal/b", "activity/k");
    assertThat(store.entities().lineage(EntityRef.goal("nowhere"))).isEmpty();
  }

  @Test
  void what_was_deleted_with_something_above_comes_back_past_what_was_deleted_before() {
    append(goal("a", ROOT_GOAL), goal("b", EntityRef.goal("a")), goal("c", EntityRef.goal("b")));
    store.appender().append(List.of(imported(new Deleted(EntityRef.goal("b"), NOON), NOON)));
    append(new Deleted(EntityRef.goal("a"), NOON), new Deleted(EntityRef.goal("c"), NOON));

    append(new Restored(EntityRef.goal("a"), NOON), new Restored(EntityRef.goal("c"), NOON));

    assertThat(entity(EntityRef.goal("c")).lives()).isTrue();
    assertThat(store.entities().isVisible(EntityRef.goal("c"))).isFalse();
  }

  @Test
  void nothing_comes_into_being_below_itself() {
    assertRefused(new Rule.MoveMakesACycle(EntityRef.goal("g"), EntityRef.goal("g")),
        goal("g", EntityRef.goal("g")));
    assertRefused(new Rule.MoveMakesACycle(EntityRef.goal("q"), EntityRef.goal("p")),
        goal("p", EntityRef.goal("q")), goal("q", EntityRef.goal("p")));
  }

  @Test
  void an_event_says_the_fractal_that_its_stream_and_its_thing_belong_to() {
    append(goal("g", ROOT_GOAL));

    assertThatThrownBy(
        () -> store.appender().append(liveIn("foreign", note("g", "in the wrong fractal"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
        () -> store.appender().append(liveIn("foreign", new Deleted(EntityRef.goal("g"), NOON))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_fractal_has_one_root_and_a_kind_stands_only_where_it_may() {
    assertThatThrownBy(() -> append(new SuiteEvent.Added(EntityRef.goal("x"), null, null, 0, NOON)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.appender()
        .append(liveIn("y", new SuiteEvent.Added(EntityRef.goal("y"), ROOT_GOAL, null, 0, NOON))))
        .isInstanceOf(IllegalArgumentException.class);
    append(named(activity("k"), "Knots"));
    assertThatThrownBy(() -> append(goal("g", activity("k"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_new_name_of_what_was_exempt_is_judged() {
    append(named(activity("a"), "Knots"), named(activity("x"), "Bends"));
    store.appender()
        .append(List.of(imported(named(activity("b"), "Knots"), NOON, "DUPLICATE_NAME(name)")));

    assertRefused(new Rule.NameIsTaken(Kind.ACTIVITY, "Bends", "fractal"),
        new Renamed(activity("b"), "Bends", NOON));
    append(new Renamed(activity("b"), "Hitches", NOON));
    assertThat(entity(activity("b")).exempt()).isFalse();
    assertRefused(new Rule.NameIsTaken(Kind.ACTIVITY, "Hitches", "fractal"),
        named(activity("c"), "Hitches"));
  }

  @Test
  void children_stand_in_the_order_of_their_places_then_of_their_creation() {
    store.appender()
        .append(List.of(
            imported(
                new SuiteEvent.Added(EntityRef.goal("a"), ROOT_GOAL, null, 0, NOON.minusSeconds(5)),
                NOON.minusSeconds(5)),
            imported(
                new SuiteEvent.Added(EntityRef.goal("b"), ROOT_GOAL, null, 0, NOON.minusSeconds(9)),
                NOON.minusSeconds(9)),
            imported(new SuiteEvent.Added(EntityRef.goal("c"), ROOT_GOAL, null, 0, null), null)));
    append(new Placed(EntityRef.goal("c"), -1, NOON));

    assertThat(store.entities().children(ROOT_GOAL, Kind.GOAL)).extracting(e -> e.ref().id())
        .containsExactly("c", "b", "a");
  }
}
