package org.fractalgoals.domain.activitygroup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.activitygroup.GroupCommand.ChangeGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.CreateGroup;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange.Describe;
import org.fractalgoals.domain.activitygroup.GroupCommand.GroupChange.Rename;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupCreated;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDeleted;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupDescribed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRenamed;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupReordered;
import org.fractalgoals.domain.activitygroup.GroupEvent.GroupRestored;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a group answers to each command, and how groups are put in order. */
class ActivityGroupTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  private static final WallClock CLOCK = new WallClock(Clock.fixed(NOW, ZoneOffset.UTC),
      ZoneOffset.UTC);
  private static final GroupId ID = new GroupId("g");
  private static final GroupCreated CREATED = new GroupCreated("g", "root", "Knots", "Old", 1,
      NOW);

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .inFractal(EntityRef.group("g"), 1).inFractal(EntityRef.group("h"), 2)
      .with(EntityRef.group("gone"), null, 7, true);
  private AggregateTestFixture<ActivityGroup> fixture;

  @BeforeEach
  void fixture() {
    fixture = new AggregateTestFixture<>(ActivityGroup.class);
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(CLOCK);
  }

  private static ChangeGroup change(String rootId) {
    return new ChangeGroup(ID, rootId,
        List.of(new Rename(new Name("Ropes")), new Describe(new Description("New"))));
  }

  private static void assertRefused(ResultValidator<ActivityGroup> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  @Test
  void a_new_group_stands_after_the_others_deleted_ones_included() {
    fixture.givenNoPriorActivity()
        .when(new CreateGroup(ID, "root", new Name(" Knots "), Description.EMPTY))
        .expectEvents(new GroupCreated("g", "root", " Knots ", "", 8, NOW));
  }

  @Test
  void every_event_says_its_fractal() {
    fixture.given(CREATED).when(change("root"),
        new Origin("anna", Source.API, "action-1").toMetaData());

    assertThat(fixture.getEventStore().readEvents("group/g").asStream().skip(1).toList())
        .hasSize(2).allSatisfy(
            event -> assertThat(event.getMetaData()).containsEntry(Origin.ROOT_ID, "root"));
  }

  @Test
  void each_change_is_an_event() {
    fixture.given(CREATED).when(change("root")).expectEvents(
        new GroupRenamed("g", "Ropes", NOW), new GroupDescribed("g", "New", NOW));
  }

  @Test
  void what_it_is_already_changes_nothing() {
    fixture.given(CREATED, new GroupRenamed("g", "Ropes", NOW),
        new GroupDescribed("g", "New", NOW), new GroupDeleted("g", NOW),
        new GroupRestored("g", NOW)).when(change("root")).expectNoEvents()
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void it_is_unknown_in_another_fractal() {
    assertRefused(fixture.given(CREATED).when(change("other")), new Rule.IsUnknown(ID.ref()));
  }

  @Test
  void deleted_or_in_a_deleted_fractal_it_cannot_be_changed() {
    assertRefused(fixture.given(CREATED, new GroupDeleted("g", NOW)).when(change("root")),
        new Rule.IsDeleted(ID.ref()));
    entities.goal("root", null, 0, true);
    assertRefused(fixture.given(CREATED).when(change("root")), new Rule.IsDeleted(ID.ref()));
  }

  private List<DomainEvent> reorder(String... ids) {
    var appended = new ArrayList<DomainEvent>();
    var actions = new Actions((events, seen) -> {
      events.forEach(event -> appended.add(event.payload()));
      return 1;
    }, () -> "event");
    new GroupOrder(entities, actions, CLOCK).handle(new ReorderGroups("root", List.of(ids)),
        new Origin("anna", Source.API, "action-1").toMetaData());
    return appended;
  }

  @Test
  void groups_get_their_place_in_the_list() {
    assertThat(reorder("h", "g")).containsExactly(new GroupReordered("h", 0, NOW));
  }

  @Test
  void groups_that_are_not_listed_stay_where_they_are() {
    assertThat(reorder("h")).containsExactly(new GroupReordered("h", 0, NOW));
  }

  @Test
  void unknown_deleted_and_repeated_ids_are_passed_over() {
    assertThat(reorder("x", "gone", "g", "g", "h", "root")).containsExactly(
        new GroupReordered("g", 2, NOW), new GroupReordered("h", 4, NOW));
  }

  @Test
  void the_groups_of_a_deleted_fractal_have_no_order() {
    entities.goal("root", null, 0, true);

    assertThatThrownBy(() -> reorder("h", "g")).isInstanceOf(RuleViolation.class)
        .hasMessage(new Rule.IsDeleted(EntityRef.goal("root")).sentence());
  }
}
