package org.fractalgoals.domain.note;

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
import org.fractalgoals.domain.note.NoteCommand.CreateNote;
import org.fractalgoals.domain.note.NoteCommand.EditNote;
import org.fractalgoals.domain.note.NoteDecider.Circumstances;
import org.fractalgoals.domain.rule.Presence;
import org.fractalgoals.domain.time.WallClock;
import org.jspecify.annotations.Nullable;

/** Hands commands to {@link NoteDecider} and its events to Axon. */
public class Note {

  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // read by Axon
  private @Nullable String stream;

  private @Nullable NoteState state;

  /** For Axon, before it replays the events. */
  protected Note() {}

  @CommandHandler
  public Note(CreateNote command, WallClock clock) {
    apply(NoteDecider.decide(command, clock.now()), command.rootId());
  }

  @CommandHandler
  public void handle(EditNote command, Entities entities, WallClock clock) {
    var visible = Presence.isVisible(entities, command.noteId().ref());
    var note = Objects.requireNonNull(state);
    apply(NoteDecider.decide(note, command, new Circumstances(clock.now(), visible)),
        note.rootId());
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = NoteState.after(state, event);
  }

  private static void apply(List<NoteEvent> events, String rootId) {
    events
        .forEach(event -> AggregateLifecycle.apply(event, MetaData.with(Origin.ROOT_ID, rootId)));
  }
}
