package org.fractalgoals.domain.program;

import java.util.List;
import java.util.Objects;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.entity.Entities;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.program.ProgramCommand.AddDays;
import org.fractalgoals.domain.program.ProgramCommand.Alteration;
import org.fractalgoals.domain.program.ProgramCommand.ChangeProgram;
import org.fractalgoals.domain.program.ProgramCommand.CopyDay;
import org.fractalgoals.domain.program.ProgramCommand.CreateProgram;
import org.fractalgoals.domain.program.ProgramCommand.EditDay;
import org.fractalgoals.domain.program.ProgramDecider.Circumstances;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.rule.Standing;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Hands commands to {@link ProgramDecider} and its events to Axon. */
public class Program {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable ProgramState state;

  /** For Axon, before it replays the events. */
  protected Program() {}

  @CommandHandler
  public Program(CreateProgram command, Entities entities, WallClock clock, EventIds ids) {
    apply(ProgramDecider.decide(command, given(true, command.rootId(), entities, clock, ids)),
        command.rootId());
  }

  @CommandHandler
  public void handle(ChangeProgram command, Entities entities, WallClock clock, EventIds ids) {
    alter(command, entities, clock, ids);
  }

  @CommandHandler
  public void handle(AddDays command, Entities entities, WallClock clock, EventIds ids) {
    alter(command, entities, clock, ids);
  }

  @CommandHandler
  public void handle(EditDay command, Entities entities, WallClock clock, EventIds ids) {
    alter(command, entities, clock, ids);
  }

  @CommandHandler
  public void handle(CopyDay command, Entities entities, WallClock clock, EventIds ids) {
    alter(command, entities, clock, ids);
  }

  private void alter(Alteration command, Entities entities, WallClock clock, EventIds ids) {
    var program = Objects.requireNonNull(state);
    apply(ProgramDecider.decide(program, command,
        given(Presence.isVisible(entities, command.programId().ref()), program.rootId(), entities,
            clock,
            ids)),
        program.rootId());
  }

  private static Circumstances given(boolean visible, String rootId, Entities entities,
      WallClock clock, EventIds ids) {
    return new Circumstances(clock.now(), visible, ref -> Standing.of(ref, rootId, entities),
        ids::next);
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = ProgramState.after(state, event);
  }

  private static void apply(List<ProgramEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
