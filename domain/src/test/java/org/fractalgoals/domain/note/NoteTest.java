package org.fractalgoals.domain.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.note.NoteCommand.CreateNote;
import org.fractalgoals.domain.note.NoteCommand.EditNote;
import org.fractalgoals.domain.note.NoteEvent.NoteCreated;
import org.fractalgoals.domain.note.NoteEvent.NoteDeleted;
import org.fractalgoals.domain.note.NoteEvent.NoteEdited;
import org.fractalgoals.domain.note.NoteEvent.NoteRestored;
import org.fractalgoals.domain.note.NoteEvent.NoteTouched;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** What a note answers to each command. */
class NoteTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  private static final NoteId ID = new NoteId("n");
  private static final EntityRef SESSION = EntityRef.session("s");
  private static final EntityRef INSTANCE = EntityRef.instance("i");
  private static final NoteCreated CREATED = new NoteCreated("n", "root", INSTANCE, 2L, "Slow",
      NOW);

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .inFractal(SESSION, 0).with(INSTANCE, SESSION, 0, false).with(ID.ref(), INSTANCE, 0, false);
  private AggregateTestFixture<Note> fixture;

  @BeforeEach
  void fixture() {
    fixture = new AggregateTestFixture<>(Note.class);
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(
        new WallClock(Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC), ZoneOffset.UTC));
  }

  private static CreateNote create(EntityRef context, @Nullable Long setIndex) {
    return new CreateNote(ID, "root", context, setIndex, new Content(" Slow\n"));
  }

  private static EditNote edit(String content) {
    return new EditNote(ID, "root", new Content(content));
  }

  private TestExecutor<Note> given(NoteEvent... events) {
    return fixture.given((Object[]) events);
  }

  private static void assertRefused(ResultValidator<Note> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  @Nested
  class Creation {

    @ParameterizedTest
    @EnumSource(names = {"GOAL", "SESSION", "INSTANCE", "ACTIVITY"})
    void a_note_is_about_a_goal_a_session_an_instance_or_an_activity(Kind kind) {
      var context = new EntityRef(kind, "x");

      fixture.givenNoPriorActivity().when(create(context, null))
          .expectEvents(new NoteCreated("n", "root", context, null, " Slow\n", NOW));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"GOAL", "SESSION", "INSTANCE", "ACTIVITY"})
    void about_nothing_else(Kind kind) {
      var context = new EntityRef(kind, "x");

      assertRefused(fixture.givenNoPriorActivity().when(create(context, null)),
          new Rule.CannotStandBelow(ID.ref(), context));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 7})
    void a_note_about_an_instance_may_be_about_one_of_its_sets(long set) {
      fixture.givenNoPriorActivity().when(create(INSTANCE, set))
          .expectEvents(new NoteCreated("n", "root", INSTANCE, set, " Slow\n", NOW));
    }

    @Test
    void sets_are_counted_from_zero() {
      assertRefused(fixture.givenNoPriorActivity().when(create(INSTANCE, -1L)),
          new Rule.SetIndexIsNegative(-1));
    }

    @Test
    void nothing_else_has_sets() {
      assertRefused(fixture.givenNoPriorActivity().when(create(SESSION, 0L)),
          new Rule.HasNoSets(SESSION));
    }

    @Test
    void every_event_says_its_fractal() {
      fixture.givenNoPriorActivity()
          .when(create(SESSION, null), new Origin("anna", Source.API, "action-1").toMetaData())
          .expectSuccessfulHandlerExecution();

      assertThat(fixture.getEventStore().readEvents("note/n").asStream().toList()).hasSize(1)
          .allSatisfy(
              event -> assertThat(event.getMetaData()).containsEntry(Origin.ROOT_ID, "root"));
    }
  }

  @Nested
  class Words {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void a_note_says_something(String blank) {
      assertThatThrownBy(() -> new Content(blank)).isInstanceOf(RuleViolation.class)
          .hasMessage(new Rule.NoteIsBlank().sentence());
    }

    @Test
    void a_note_has_at_most_a_hundred_thousand_characters() {
      assertThat(new Content("x".repeat(100_000)).text()).hasSize(100_000);
      assertThatThrownBy(() -> new Content("x".repeat(100_001)))
          .isInstanceOf(RuleViolation.class)
          .hasMessage("The content has 100001 characters; 100000 are allowed.");
    }
  }

  @Nested
  class Change {

    @Test
    void a_note_can_be_edited() {
      given(CREATED).when(edit("Fast")).expectEvents(new NoteEdited("n", "Fast", NOW));
    }

    @Test
    void the_same_words_give_no_event() {
      given(CREATED).when(edit("Slow")).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void a_later_edit_rests_on_the_earlier_ones() {
      given(CREATED, new NoteEdited("n", "Fast", NOW), new NoteTouched("n", NOW))
          .when(edit("Slow")).expectEvents(new NoteEdited("n", "Slow", NOW));
    }

    @Test
    void an_imported_note_without_words_and_of_unknown_time_can_be_edited() {
      given(new NoteCreated("n", "root", SESSION, -3L, "", null), new NoteTouched("n", null))
          .when(edit("Fast")).expectEvents(new NoteEdited("n", "Fast", NOW));
    }
  }

  @Nested
  class Presence {

    @Test
    void a_deleted_note_refuses_commands() {
      assertRefused(given(CREATED, new NoteDeleted("n", NOW)).when(edit("Fast")),
          new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void a_restored_note_takes_them_again() {
      given(CREATED, new NoteDeleted("n", NOW), new NoteRestored("n", NOW)).when(edit("Fast"))
          .expectEvents(new NoteEdited("n", "Fast", NOW));
    }

    @Test
    void a_note_refuses_commands_while_what_it_is_about_is_deleted() {
      entities.with(INSTANCE, SESSION, 0, true);

      assertRefused(given(CREATED).when(edit("Fast")), new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void a_note_refuses_commands_while_something_further_above_is_deleted() {
      entities.goal("root", null, 0, true);

      assertRefused(given(CREATED).when(edit("Fast")), new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void in_another_fractal_a_note_is_not_known() {
      assertRefused(given(CREATED).when(new EditNote(ID, "elsewhere", new Content("Fast"))),
          new Rule.IsUnknown(ID.ref()));
    }

    @Test
    void a_note_that_never_was_is_not_found() {
      fixture.givenNoPriorActivity().when(edit("Fast"), MetaData.emptyInstance())
          .expectException(AggregateNotFoundException.class).expectNoEvents();
    }
  }

  @Nested
  class Trash {

    private final NoteLifecycle lifecycle = new NoteLifecycle();

    @Test
    void a_note_is_deleted_and_restored_by_events_of_its_own() {
      var note = entities.find(ID.ref()).orElseThrow();

      assertThat(lifecycle.deleted(note, NOW)).isEqualTo(new NoteDeleted("n", NOW));
      assertThat(lifecycle.restored(note, NOW)).isEqualTo(new NoteRestored("n", NOW));
    }

    @Test
    void it_gets_neither_a_name_nor_another_place() {
      var note = entities.find(ID.ref()).orElseThrow();

      assertThatThrownBy(() -> lifecycle.renamed(note, "New", NOW))
          .isInstanceOf(RuleViolation.class).hasMessage(new Rule.HasNoName(ID.ref()).sentence());
      assertThatThrownBy(() -> lifecycle.moved(note, SESSION, 0, NOW))
          .isInstanceOf(RuleViolation.class)
          .hasMessage(new Rule.CannotBeMoved(ID.ref()).sentence());
    }
  }
}
