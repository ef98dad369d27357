package org.fractalgoals.api.command;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.fractalgoals.domain.act.Acts;
import org.fractalgoals.domain.action.Actions;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.activity.Activities;
import org.fractalgoals.domain.activity.Activity;
import org.fractalgoals.domain.activity.ActivityLifecycle;
import org.fractalgoals.domain.activitygroup.ActivityGroup;
import org.fractalgoals.domain.activitygroup.GroupLifecycle;
import org.fractalgoals.domain.activitygroup.GroupOrder;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.EventStreams;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.goal.Goal;
import org.fractalgoals.domain.goal.GoalLifecycle;
import org.fractalgoals.domain.goal.GoalOrder;
import org.fractalgoals.domain.note.Note;
import org.fractalgoals.domain.note.NoteLifecycle;
import org.fractalgoals.domain.program.BlockLifecycle;
import org.fractalgoals.domain.program.DayLifecycle;
import org.fractalgoals.domain.program.GoalAttachment;
import org.fractalgoals.domain.program.Program;
import org.fractalgoals.domain.program.ProgramLifecycle;
import org.fractalgoals.domain.purge.Purger;
import org.fractalgoals.domain.purge.Purges;
import org.fractalgoals.domain.session.InstanceLifecycle;
import org.fractalgoals.domain.session.Session;
import org.fractalgoals.domain.session.SessionCreation;
import org.fractalgoals.domain.session.SessionLifecycle;
import org.fractalgoals.domain.template.SessionTemplate;
import org.fractalgoals.domain.template.TemplateLifecycle;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.domain.trash.Deletions;
import org.fractalgoals.domain.trash.Lifecycles;
import org.fractalgoals.domain.trash.Restorations;
import org.fractalgoals.domain.undo.Undoings;
import org.fractalgoals.eventstore.codec.JsonTexts;

/**
 * Axon, wired by hand: aggregates and command handlers on the event store. Not wired by its Spring starter, which would
 * bring along handler timeouts, token stores and an update check that are not wanted.
 */
public final class CommandSide implements AutoCloseable {

  private final Configuration axon;
  private final ExecutorService snapshots = Executors
      .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("snapshots").factory());

  public CommandSide(EventStorageEngine engine, EventAppender appender, EventStreams streams,
      AuditTrail trail, Purger purger, Entities entities, EventIds ids, WallClock clock) {
    // Axon advertises a product on start unless told not to
    System.setProperty("disable-axoniq-console-message", "true");
    var actions = new Actions(appender, ids);
    var lifecycles = new Lifecycles(List.of(new GoalLifecycle(), new SessionLifecycle(),
        new InstanceLifecycle(), new ActivityLifecycle(), new GroupLifecycle(),
        new TemplateLifecycle(), new ProgramLifecycle(), new BlockLifecycle(), new DayLifecycle(),
        new NoteLifecycle()));
    // false: modules found on the class path stay out, the update checker among them
    var configurer = DefaultConfigurer.defaultConfiguration(false)
        .configureEmbeddedEventStore(config -> engine)
        .configureCorrelationDataProviders(config -> List
            .of(new SimpleCorrelationDataProvider(Origin.HANDED_ON.toArray(String[]::new))))
        .registerComponent(Entities.class, config -> entities)
        .registerComponent(EventIds.class, config -> ids)
        .registerComponent(WallClock.class, config -> clock)
        .registerComponent(Activities.class, config -> new Activities(streams))
        .configureAggregate(Goal.class)
        .configureAggregate(Activity.class)
        .configureAggregate(ActivityGroup.class)
        .configureAggregate(AggregateConfigurer.defaultConfiguration(Session.class)
            .configureSnapshotTrigger(config -> new EventCountSnapshotTriggerDefinition(
                new SessionSnapshotter(config.eventStore(), snapshots),
                SessionSnapshotter.THRESHOLD)))
        .configureAggregate(SessionTemplate.class)
        .configureAggregate(Program.class)
        .configureAggregate(Note.class)
        .registerCommandHandler(
            config -> new SessionCreation(entities, streams, actions, clock))
        .registerCommandHandler(config -> new GoalAttachment(entities, streams, actions, clock))
        .registerCommandHandler(config -> new GoalOrder(entities, actions, clock))
        .registerCommandHandler(config -> new GroupOrder(entities, actions, clock))
        .registerCommandHandler(config -> new Deletions(entities, actions, lifecycles, clock))
        .registerCommandHandler(config -> new Restorations(entities, actions, lifecycles, clock))
        .registerCommandHandler(config -> new Purges(purger))
        .registerCommandHandler(config -> new Acts(appender, ids, clock))
        .registerCommandHandler(config -> new Undoings(trail, entities, actions, lifecycles, clock,
            JsonTexts.of("[]")));
    this.axon = configurer.start();
  }

  /** Where commands go. */
  public CommandGateway gateway() {
    return axon.commandGateway();
  }

  @Override
  public void close() {
    axon.shutdown();
    snapshots.close();
  }
}
