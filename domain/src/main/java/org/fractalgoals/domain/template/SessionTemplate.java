package org.fractalgoals.domain.template;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateDecider.Circumstances;
import org.fractalgoals.domain.template.TemplateEvent.TemplateCreated;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Hands commands to {@link TemplateDecider} and its events to Axon. */
public class SessionTemplate {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable TemplateState state;

  /** For Axon, before it replays the events. */
  protected SessionTemplate() {}

  @CommandHandler
  public SessionTemplate(CreateTemplate command, WallClock clock) {
    apply(TemplateDecider.decide(command, clock.now()), command.rootId());
  }

  @CommandHandler
  public void handle(ChangeTemplate command, Entities entities, WallClock clock) {
    var template = Objects.requireNonNull(state);
    apply(TemplateDecider.decide(template, command,
        new Circumstances(clock.now(), entities.isVisible(command.templateId().ref()))),
        template.rootId());
  }

  @EventSourcingHandler
  void on(TemplateEvent event) {
    stream = event.stream();
    state = event instanceof TemplateCreated created
        ? TemplateState.of(created)
        : Objects.requireNonNull(state).evolve(event);
  }

  private static void apply(List<TemplateEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
