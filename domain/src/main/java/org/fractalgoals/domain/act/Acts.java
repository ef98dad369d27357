package org.fractalgoals.domain.act;

import java.util.List;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.fractalgoals.domain.action.EventIds;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.EventAppender;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.time.WallClock;

/** Remembers each {@link Act}. */
public final class Acts {

  private final EventAppender appender;
  private final EventIds ids;
  private final WallClock clock;

  public Acts(EventAppender appender, EventIds ids, WallClock clock) {
    this.appender = appender;
    this.ids = ids;
    this.clock = clock;
  }

  @CommandHandler
  public void handle(Act.Backup backup, MetaData metaData) {
    remember(backup, Origin.from(metaData));
  }

  @CommandHandler
  public void handle(Act.Export export, MetaData metaData) {
    remember(export, Origin.from(metaData));
  }

  /** Remembers an act under the id of its action; returns when that is committed. */
  public void remember(Act act, Origin origin) {
    appender.append(List.of(new NewEvent(ids.next(), NewEvent.NEXT,
        act.event(origin.actionId(), clock.now()),
        Envelope.live(Envelope.SYSTEM_ROOT, origin))));
  }
}
