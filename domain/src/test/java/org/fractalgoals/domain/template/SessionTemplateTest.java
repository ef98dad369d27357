package org.fractalgoals.domain.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.KnownEntities;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.Describe;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.Rename;
import org.fractalgoals.domain.template.TemplateCommand.TemplateChange.SetData;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDataChanged;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDeleted;
import org.fractalgoals.domain.template.TemplateEvent.TemplateDescribed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRenamed;
import org.fractalgoals.domain.template.TemplateEvent.TemplateRestored;
import org.fractalgoals.domain.template.TemplateEvent.TemplateTouched;
import org.fractalgoals.domain.text.Description;
import org.fractalgoals.domain.text.Name;
import org.fractalgoals.domain.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a template answers to each command. */
class SessionTemplateTest {

  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00.123456Z");
  private static final TemplateId ID = new TemplateId("t");
  private static final TemplateCreated CREATED = new TemplateCreated("t", "root", "Old name",
      "Old text", new Plain("{1}"), NOW);

  private final KnownEntities entities = new KnownEntities().goal("root", null, 0, false)
      .inFractal(EntityRef.template("t"), 0);
  private AggregateTestFixture<SessionTemplate> fixture;

  @BeforeEach
  void fixture() {
    fixture = new AggregateTestFixture<>(SessionTemplate.class);
    fixture.registerInjectableResource(entities);
    fixture.registerInjectableResource(
        new WallClock(Clock.fixed(NOW.plusNanos(789), ZoneOffset.UTC), ZoneOffset.UTC));
  }

  private static CreateTemplate create() {
    return new CreateTemplate(ID, "root", new Name(" Dry dock "), new Description("Text"),
        new Plain("{ 1 }"));
  }

  private static ChangeTemplate change(TemplateChange... changes) {
    return new ChangeTemplate(ID, "root", List.of(changes));
  }

  private static ChangeTemplate rename() {
    return change(new Rename(new Name("New")));
  }

  private TestExecutor<SessionTemplate> given(TemplateEvent... events) {
    return fixture.given((Object[]) events);
  }

  private static void assertRefused(ResultValidator<SessionTemplate> result, Rule rule) {
    result.expectNoEvents().expectException(RuleViolation.class)
        .expectExceptionMessage(rule.sentence());
  }

  @Nested
  class Creation {

    @Test
    void a_new_template_keeps_its_name_and_data_as_sent() {
      fixture.givenNoPriorActivity().when(create()).expectEvents(new TemplateCreated("t", "root",
          " Dry dock ", "Text", new Plain("{ 1 }"), NOW));
    }

    @Test
    void every_event_says_its_fractal() {
      fixture.givenNoPriorActivity()
          .when(create(), new Origin("anna", Source.API, "action-1").toMetaData())
          .expectSuccessfulHandlerExecution();

      assertThat(fixture.getEventStore().readEvents("template/t").asStream().toList()).hasSize(1)
          .allSatisfy(
              event -> assertThat(event.getMetaData()).containsEntry(Origin.ROOT_ID, "root"));
    }
  }

  @Nested
  class Change {

    @Test
    void renames() {
      given(CREATED).when(rename()).expectEvents(new TemplateRenamed("t", "New", NOW));
    }

    @Test
    void describes() {
      given(CREATED).when(change(new Describe(Description.EMPTY)))
          .expectEvents(new TemplateDescribed("t", "", NOW));
    }

    @Test
    void replaces_the_data() {
      given(CREATED).when(change(new SetData(new Plain("{2}"))))
          .expectEvents(new TemplateDataChanged("t", new Plain("{2}"), NOW));
    }

    @Test
    void several_things_at_once_in_the_order_they_are_asked_for() {
      given(CREATED).when(change(new Describe(Description.EMPTY), new Rename(new Name("New"))))
          .expectEvents(new TemplateDescribed("t", "", NOW), new TemplateRenamed("t", "New", NOW));
    }

    @Test
    void what_changes_nothing_gives_no_event() {
      given(CREATED)
          .when(change(new Rename(new Name("Old name")), new Describe(new Description("Old text")),
              new SetData(new Plain("{ 1 }"))))
          .expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void a_later_change_rests_on_the_earlier_ones() {
      given(CREATED, new TemplateRenamed("t", "New", NOW), new TemplateDescribed("t", "More", NOW),
          new TemplateDataChanged("t", new Plain("{2}"), NOW), new TemplateTouched("t", NOW))
          .when(change(new Rename(new Name("New")), new Describe(new Description("More")),
              new SetData(new Plain("{2}")), new Rename(new Name("Old name")),
              new Rename(new Name("Old name"))))
          .expectEvents(new TemplateRenamed("t", "Old name", NOW));
    }
  }

  @Nested
  class Presence {

    @Test
    void a_deleted_template_refuses_commands() {
      assertRefused(given(CREATED, new TemplateDeleted("t", NOW)).when(rename()),
          new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void a_restored_template_takes_them_again() {
      given(CREATED, new TemplateDeleted("t", NOW), new TemplateRestored("t", NOW)).when(rename())
          .expectEvents(new TemplateRenamed("t", "New", NOW));
    }

    @Test
    void a_template_of_a_deleted_fractal_refuses_commands() {
      entities.goal("root", null, 0, true);

      assertRefused(given(CREATED).when(rename()), new Rule.IsDeleted(ID.ref()));
    }

    @Test
    void in_another_fractal_a_template_is_not_known() {
      assertRefused(given(CREATED).when(new ChangeTemplate(ID, "elsewhere", List.of())),
          new Rule.IsUnknown(ID.ref()));
    }

    @Test
    void a_template_that_never_was_is_not_found() {
      fixture.givenNoPriorActivity().when(rename(), MetaData.emptyInstance())
          .expectException(AggregateNotFoundException.class).expectNoEvents();
    }
  }

  @Nested
  class Trash {

    private final TemplateLifecycle lifecycle = new TemplateLifecycle();

    @Test
    void a_template_is_deleted_and_restored_by_events_of_its_own() {
      var template = entities.find(ID.ref()).orElseThrow();

      assertThat(lifecycle.deleted(template, NOW)).isEqualTo(new TemplateDeleted("t", NOW));
      assertThat(lifecycle.restored(template, NOW)).isEqualTo(new TemplateRestored("t", NOW));
      assertThat(lifecycle.renamed(template, "New", NOW))
          .isEqualTo(new TemplateRenamed("t", "New", NOW));
    }

    @Test
    void it_cannot_be_put_below_something() {
      var template = entities.find(ID.ref()).orElseThrow();

      assertThatThrownBy(() -> lifecycle.moved(template, EntityRef.goal("root"), 0, NOW))
          .isInstanceOf(RuleViolation.class)
          .hasMessage(new Rule.CannotBeMoved(ID.ref()).sentence());
    }
  }

  /** Two texts mean the same if they differ in blanks only. */
  private record Plain(String text) implements JsonText {
    @Override
    public String canonical() {
      return text.replace(" ", "");
    }
  }
}
