package org.fractalgoals.domain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.Describe;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.LeaveGroup;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.PutInGroup;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.Rename;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.ReplaceMetrics;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.ReplaceSplits;
import org.fractalgoals.domain.activity.ActivityCommand.ActivityChange.SetFlags;
import org.fractalgoals.domain.activity.ActivityCommand.ChangeActivity;
import org.fractalgoals.domain.activity.ActivityCommand.DefineActivity;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDefined;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDeleted;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityDescribed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityFlagsChanged;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityGrouped;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityRestored;
import org.fractalgoals.domain.activity.ActivityEvent.ActivityUngrouped;
import org.fractalgoals.domain.activity.ActivityEvent.Measure;
import org.fractalgoals.domain.activity.ActivityEvent.MetricAdded;
import org.fractalgoals.domain.activity.ActivityEvent.MetricBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRedefined;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.MetricRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitAdded;
import org.fractalgoals.domain.activity.ActivityEvent.SplitBroughtBack;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRemoved;
import org.fractalgoals.domain.activity.ActivityEvent.SplitRenamed;
import org.fractalgoals.domain.activity.ActivityEvent.SplitReordered;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.text.Texts;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an activity answers to each command. */
class ActivityTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  private static final ActivityId ID = new ActivityId("a");
  private static final Measure PLAIN = new Measure("kg", false, true, false);

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .inFractal(EntityRef.activity("a"), 0).inFractal(EntityRef.group("knots"), 1)
      .inFractal(EntityRef.group("ropes"), 2).with(EntityRef.group("gone"), null, 3, true);
  private AggregateTestFixture<Activity> fixture;
  private int made;

  @BeforeEach
  void fixture() {
    fixture = new AggregateTestFixture<>(Activity.class);
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(
        new WallClock(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC));
    fixture.registerInjectableResource((EventIds) () -> "new-" + ++made);
  }

  private static ActivityDefined defined(@Nullable String groupId, String... flags) {
    return new ActivityDefined("a", "root", "Tie", "Old", Set.of(flags), groupId, NOW);
  }

  private static MetricAdded metric(String id, String name, long sortOrder) {
    return new MetricAdded("a", id, name, PLAIN, sortOrder, NOW);
  }

  private static SplitAdded split(String id, String name, long order) {
    return new SplitAdded("a", id, name, order, order + 1, NOW);
  }

  private static WantedMetric wanted(@Nullable String id, @Nullable String name) {
    return new WantedMetric(id, name, "kg", false, true, false);
  }

  private static WantedSplit part(@Nullable String id, @Nullable String name) {
    return new WantedSplit(id, name);
  }

  private static DefineActivity define(@Nullable String groupId, List<WantedMetric> metrics,
      List<WantedSplit> splits) {
    return new DefineActivity(ID, "root", new Name(" Tie "), new Description("Why"),
        Set.of(ActivityFlag.SETS), groupId, metrics, splits);
  }

  private ResultValidator<Activity> change(List<? extends ActivityEvent> given,
      ActivityChange... changes) {
    return fixture.given(List.copyOf(given))
        .when(new ChangeActivity(ID, "root", List.of(changes)));
  }

  private ResultValidator<Activity> metrics(List<? extends ActivityEvent> given,
      WantedMetric... wanted) {
    return change(given, new ReplaceMetrics(List.of(wanted)));
  }

  private ResultValidator<Activity> splits(List<? extends ActivityEvent> given,
      WantedSplit... wanted) {
    return change(given, new ReplaceSplits(List.of(wanted)));
  }

  private static void assertRefused(ResultValidator<Activity> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  private static void assertNothing(ResultValidator<Activity> result) {
    result.expectNoEvents().expectSuccessfulHandlerExecution();
  }

  @Nested
  class Definition {

    private void assertDefined(DefineActivity command, ActivityEvent... events) {
      fixture.givenNoPriorActivity().when(command).expectEvents((Object[]) events);
    }

    private void assertRefusedAtOnce(DefineActivity command, Rule rule) {
      assertRefused(fixture.givenNoPriorActivity().when(command), rule);
    }

    private ActivityDefined begun(@Nullable String groupId) {
      return new ActivityDefined("a", "root", " Tie ", "Why", Set.of("sets"), groupId, NOW);
    }

    @Test
    void a_new_activity_has_what_was_asked_for() {
      assertDefined(
          define("knots", List.of(wanted("ignored", "Weight")), List.of(part(null, "Left"))),
          begun("knots"), metric("new-1", "Weight", 1), split("new-2", "Left", 0));
    }

    @Test
    void every_event_says_its_fractal() {
      fixture.givenNoPriorActivity().when(
          define(null, List.of(wanted(null, "Weight")), List.of()),
          new Origin("anna", Source.API, "action-1").toMetaData())
          .expectSuccessfulHandlerExecution();

      assertThat(fixture.getEventStore().readEvents("activity/a").asStream().toList()).hasSize(2)
          .allSatisfy(
              event -> assertThat(event.getMetaData()).containsEntry(Origin.ROOT_ID, "root"));
    }

    @Test
    void incomplete_metrics_and_splits_are_left_out_and_the_place_of_a_split_is_the_one_sent() {
      assertDefined(
          define(null,
              List.of(wanted(null, null), wanted(null, ""),
                  new WantedMetric(null, "Pace", null, false, true, false)),
              List.of(part(null, ""), part(null, "Left"), part(null, null), part(null, "Right"))),
          begun(null), new SplitAdded("a", "new-1", "Left", 1, 1, NOW),
          new SplitAdded("a", "new-2", "Right", 3, 2, NOW));
    }

    @Test
    void there_are_at_most_three_metrics_and_five_splits_incomplete_ones_counted() {
      assertRefusedAtOnce(define(null, List.of(wanted(null, null), wanted(null, "a"),
          wanted(null, "b"), wanted(null, "c")), List.of()),
          new Rule.AreTooMany(Kind.METRIC, 4, 3));
      assertRefusedAtOnce(
          define(null, List.of(), List.of(part(null, "a"), part(null, "b"), part(null, "c"),
              part(null, "d"), part(null, "e"), part(null, null))),
          new Rule.AreTooMany(Kind.SPLIT, 6, 5));
    }

    @Test
    void a_group_must_be_known_in_the_fractal_and_live() {
      assertRefusedAtOnce(define("x", List.of(), List.of()),
          new Rule.ReferenceIsUnknown(EntityRef.group("x")));
      assertRefusedAtOnce(define("gone", List.of(), List.of()),
          new Rule.ReferenceIsDeleted(EntityRef.group("gone")));
      assertRefusedAtOnce(new DefineActivity(ID, "other", new Name("Tie"), Description.EMPTY,
          Set.of(), "knots", List.of(), List.of()),
          new Rule.ReferenceIsUnknown(EntityRef.group("knots")));
    }

    @Test
    void names_are_not_blank_and_units_not_endless() {
      assertRefusedAtOnce(define(null, List.of(wanted(null, " ")), List.of()),
          new Rule.NameIsBlank());
      assertRefusedAtOnce(define(null, List.of(), List.of(part(null, " "))),
          new Rule.NameIsBlank());
      assertRefusedAtOnce(
          define(null, List.of(new WantedMetric(null, "Pace", "x".repeat(Texts.LIMIT + 1), false,
              true, false)), List.of()),
          new Rule.TextIsTooLong("unit", Texts.LIMIT + 1, Texts.LIMIT));
    }
  }

  @Nested
  class Change {

    @Test
    void each_change_is_an_event() {
      change(List.of(defined(null, "metrics")), new Rename(new Name("Bind")),
          new Describe(new Description("New")),
          new SetFlags(Set.of(ActivityFlag.SETS), Set.of(ActivityFlag.METRICS)),
          new PutInGroup("knots"))
          .expectEvents(new ActivityRenamed("a", "Bind", NOW),
              new ActivityDescribed("a", "New", NOW),
              new ActivityFlagsChanged("a", Set.of("sets"), NOW),
              new ActivityGrouped("a", "knots", NOW));
    }

    @Test
    void what_it_is_already_changes_nothing() {
      assertNothing(change(List.of(defined("knots", "metrics")), new Rename(new Name("Tie")),
          new Describe(new Description("Old")),
          new SetFlags(Set.of(ActivityFlag.METRICS), Set.of(ActivityFlag.SETS)),
          new PutInGroup("knots")));
    }

    @Test
    void flags_that_are_not_mentioned_stay() {
      change(List.of(defined(null, "metrics", "splits")),
          new SetFlags(Set.of(ActivityFlag.SETS), Set.of(ActivityFlag.SPLITS)))
          .expectEvents(new ActivityFlagsChanged("a", Set.of("metrics", "sets"), NOW));
    }

    @Test
    void it_can_change_its_group_and_leave_it() {
      change(List.of(defined("knots")), new PutInGroup("ropes"))
          .expectEvents(new ActivityGrouped("a", "ropes", NOW));
      change(List.of(defined("knots")), new LeaveGroup())
          .expectEvents(new ActivityUngrouped("a", NOW));
      assertNothing(change(List.of(defined(null)), new LeaveGroup()));
    }

    @Test
    void a_deleted_group_keeps_it_until_it_goes_into_another() {
      assertNothing(change(List.of(defined("gone")), new LeaveGroup()));
      assertNothing(change(List.of(defined("gone")), new PutInGroup("gone")));
      change(List.of(defined("gone")), new PutInGroup("knots"))
          .expectEvents(new ActivityGrouped("a", "knots", NOW));
    }

    @Test
    void a_new_group_must_be_known_in_the_fractal_and_live() {
      assertRefused(change(List.of(defined(null)), new PutInGroup("x")),
          new Rule.ReferenceIsUnknown(EntityRef.group("x")));
      assertRefused(change(List.of(defined(null)), new PutInGroup("gone")),
          new Rule.ReferenceIsDeleted(EntityRef.group("gone")));
    }

    @Test
    void it_is_unknown_in_another_fractal() {
      assertRefused(fixture.given(defined(null)).when(new ChangeActivity(ID, "other", List.of())),
          new Rule.IsUnknown(ID.ref()));
    }

    @Test
    void deleted_or_in_a_deleted_fractal_it_cannot_be_changed() {
      var rename = new Rename(new Name("Bind"));
      assertRefused(change(List.of(defined(null), new ActivityDeleted("a", NOW)), rename),
          new Rule.IsDeleted(ID.ref()));
      change(List.of(defined(null), new ActivityDeleted("a", NOW),
          new ActivityRestored("a", NOW)), rename)
          .expectEvents(new ActivityRenamed("a", "Bind", NOW));
      entities.goal("root", null, 0, true);
      assertRefused(change(List.of(defined(null)), rename), new Rule.IsDeleted(ID.ref()));
    }
  }

  @Nested
  class Metrics {

    private final List<ActivityEvent> two = List.of(defined(null), metric("m", "Weight", 1),
        metric("n", "Pace", 2));

    private List<ActivityEvent> and(ActivityEvent... events) {
      var all = new ArrayList<>(two);
      all.addAll(List.of(events));
      return all;
    }

    @Test
    void the_list_it_has_changes_nothing_in_any_order() {
      assertNothing(metrics(two, wanted("n", "Pace"), wanted("m", "Weight")));
    }

    @Test
    void without_ids_name_and_unit_tell_which_is_which() {
      assertNothing(metrics(two, wanted(null, "Pace"), wanted("unknown", "Weight")));
    }

    @Test
    void another_unit_is_another_metric() {
      metrics(two, wanted("n", "Pace"),
          new WantedMetric(null, "Weight", "lb", false, true, false))
          .expectEvents(new MetricRemoved("a", "m", NOW), new MetricAdded("a", "new-1", "Weight",
              new Measure("lb", false, true, false), 3, NOW));
    }

    @Test
    void an_id_keeps_the_metric_whatever_its_name_and_unit_are_now() {
      metrics(two, wanted("n", "Pace"),
          new WantedMetric("m", "Load", "lb", true, false, true))
          .expectEvents(new MetricRenamed("a", "m", "Load", NOW),
              new MetricRedefined("a", "m", new Measure("lb", true, false, true), NOW));
    }

    @Test
    void what_is_asked_for_by_id_is_not_taken_by_name() {
      metrics(two, wanted(null, "Weight"), wanted("m", "Weight"))
          .expectEvents(new MetricRemoved("a", "n", NOW), metric("new-1", "Weight", 3));
    }

    @Test
    void names_can_be_exchanged_and_no_two_ever_have_the_same() {
      metrics(two, wanted("m", "Pace"), wanted("n", "Weight")).expectEvents(
          new MetricRemoved("a", "m", NOW), new MetricRemoved("a", "n", NOW),
          new MetricRenamed("a", "m", "Pace", NOW), new MetricBroughtBack("a", "m", NOW),
          new MetricRenamed("a", "n", "Weight", NOW), new MetricBroughtBack("a", "n", NOW));
    }

    @Test
    void a_name_that_is_given_up_can_be_taken_by_a_new_one() {
      metrics(two, new WantedMetric(null, "Weight", "lb", false, true, false), wanted("m", "Load"),
          wanted("n", "Pace"))
          .expectEvents(new MetricRemoved("a", "m", NOW),
              new MetricAdded("a", "new-1", "Weight",
                  new Measure("lb", false, true, false), 3, NOW),
              new MetricRenamed("a", "m", "Load", NOW), new MetricBroughtBack("a", "m", NOW));
    }

    @Test
    void whoever_does_not_speak_of_negative_values_leaves_them_allowed() {
      var allowed = new Measure("kg", false, true, true);
      metrics(and(new MetricRedefined("a", "m", allowed, NOW)),
          new WantedMetric("m", "Weight", "kg", true, true, null), wanted("n", "Pace"))
          .expectEvents(new MetricRedefined("a", "m", new Measure("kg", true, true, true), NOW));
    }

    @Test
    void one_that_is_not_listed_is_removed_and_comes_back_with_its_id() {
      metrics(two, wanted("n", "Pace")).expectEvents(new MetricRemoved("a", "m", NOW));
      metrics(and(new MetricRemoved("a", "m", NOW)), wanted("n", "Pace"), wanted("m", "Load"))
          .expectEvents(new MetricRenamed("a", "m", "Load", NOW),
              new MetricBroughtBack("a", "m", NOW));
    }

    @Test
    void one_that_was_removed_does_not_come_back_by_its_name() {
      metrics(and(new MetricRemoved("a", "m", NOW)), wanted("n", "Pace"), wanted(null, "Weight"))
          .expectEvents(metric("new-1", "Weight", 3));
    }

    @Test
    void an_incomplete_one_is_removed() {
      metrics(two, wanted("n", "Pace"), wanted("m", null))
          .expectEvents(new MetricRemoved("a", "m", NOW));
    }

    @Test
    void what_was_imported_can_be_sent_back_as_it_is() {
      var imported = and(new MetricAdded("a", "o", "", PLAIN, 3, NOW),
          new MetricAdded("a", "p", " ", PLAIN, 4, NOW));

      assertNothing(metrics(imported, wanted("m", "Weight"), wanted("n", "Pace"),
          wanted("o", ""), wanted("p", " ")));
      assertRefused(metrics(imported, wanted("m", "Weight"), wanted("n", "Pace"),
          wanted("o", ""), wanted("p", " "), wanted(null, "Fifth")),
          new Rule.AreTooMany(Kind.METRIC, 5, 3));
    }

    @Test
    void there_are_at_most_three() {
      assertRefused(metrics(two, wanted("m", "Weight"), wanted("n", "Pace"), wanted(null, "x"),
          wanted(null, null)), new Rule.AreTooMany(Kind.METRIC, 4, 3));
    }

    @Test
    void an_id_is_listed_once() {
      assertRefused(metrics(two, wanted("m", "Weight"), wanted("m", "Load")),
          new Rule.IsListedTwice(EntityRef.metric("m")));
    }

    @Test
    void a_new_name_is_not_blank() {
      assertRefused(metrics(two, wanted("m", " ")), new Rule.NameIsBlank());
    }
  }

  @Nested
  class Splits {

    private final List<ActivityEvent> two = List.of(defined(null), split("s", "Left", 0),
        split("t", "Right", 1));

    @Test
    void the_list_it_has_changes_nothing() {
      assertNothing(splits(two, part("s", "Left"), part("t", "Right")));
    }

    @Test
    void the_order_is_that_of_the_list() {
      splits(two, part("t", "Right"), part("s", "Left")).expectEvents(
          new SplitReordered("a", "t", 0, NOW), new SplitReordered("a", "s", 1, NOW));
    }

    @Test
    void without_its_id_a_split_is_a_new_one() {
      splits(two, part("s", "Left"), part(null, "Right")).expectEvents(
          new SplitRemoved("a", "t", NOW), new SplitAdded("a", "new-1", "Right", 1, 3, NOW));
    }

    @Test
    void one_that_was_removed_comes_back_with_its_id() {
      var given = new ArrayList<>(two);
      given.add(new SplitRemoved("a", "s", NOW));

      splits(given, part("t", "Right"), part("s", "Other")).expectEvents(
          new SplitReordered("a", "t", 0, NOW), new SplitRenamed("a", "s", "Other", NOW),
          new SplitBroughtBack("a", "s", NOW), new SplitReordered("a", "s", 1, NOW));
    }

    @Test
    void a_nameless_one_is_removed_and_counts_for_the_order() {
      splits(two, part("s", ""), part("t", "Right"))
          .expectEvents(new SplitRemoved("a", "s", NOW));
    }

    @Test
    void what_was_imported_can_be_sent_back_as_it_is() {
      assertNothing(splits(List.of(defined(null), split("s", "", 0)), part("s", "")));
    }

    @Test
    void there_are_at_most_five_unless_more_were_imported() {
      var six = List.of(defined(null), split("a", "a", 0), split("b", "b", 1),
          split("c", "c", 2), split("d", "d", 3), split("e", "e", 4), split("f", "f", 5));
      var same = new WantedSplit[] {part("a", "a"), part("b", "b"), part("c", "c"),
          part("d", "d"), part("e", "e"), part("f", "f")};

      assertNothing(splits(six, same));
      assertRefused(splits(two, same), new Rule.AreTooMany(Kind.SPLIT, 6, 5));
    }

    @Test
    void an_id_is_listed_once() {
      assertRefused(splits(two, part("x", "Left"), part("x", "Right")),
          new Rule.IsListedTwice(EntityRef.split("x")));
    }
  }

  @Nested
  class Lookup {

    private Activities activities(DomainEvent... events) {
      return new Activities(stream -> stream.equals("activity/a") ? List.of(events) : List.of());
    }

    @Test
    void an_activity_is_found_deleted_or_not() {
      assertThat(activities(defined(null), metric("m", "Weight", 1),
          new ActivityDeleted("a", NOW)).find("a")).hasValueSatisfying(activity -> {
            assertThat(activity.metrics()).containsOnlyKeys("m");
            assertThat(activity.deleted()).isTrue();
          });
    }

    @Test
    void what_never_was_or_lost_its_beginning_is_not_found() {
      assertThat(activities(defined(null)).find("b")).isEmpty();
      assertThat(activities(metric("m", "Weight", 1)).find("a")).isEmpty();
    }
  }
}
