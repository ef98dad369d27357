package org.fractalgoals.domain.template;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.template.TemplateCommand.ChangeTemplate;
import org.fractalgoals.domain.template.TemplateCommand.CreateTemplate;
import org.fractalgoals.domain.template.TemplateDecider.Circumstances;
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
    var visible = Presence.isVisible(entities, command.templateId().ref());
    var template = Objects.requireNonNull(state);
    apply(TemplateDecider.decide(template, command, new Circumstances(clock.now(), visible)),
        template.rootId());
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = TemplateState.after(state, event);
  }

  private static void apply(List<TemplateEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
