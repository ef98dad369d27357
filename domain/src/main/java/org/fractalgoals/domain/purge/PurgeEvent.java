package org.fractalgoals.domain.purge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.StoredAs;
import org.jspecify.annotations.Nullable;

/** What is left of what was erased for good. */
public sealed interface PurgeEvent extends DomainEvent {

  /**
   * An administrator had something erased. The act itself, which belongs to no fractal: its root is
   * {@link Envelope#SYSTEM_ROOT}. The cause of the {@link ThingPurged} after it.
   *
   * @param purgeId id of the act
   * @param thing what was to be erased, with all below it; the root goal of a fractal for all of the fractal
   * @param rootId the fractal
   * @param things how many things that were
   * @param events how many events lost what they told
   * @param reason why, in the words of the administrator
   * @param at when it was
   */
  @StoredAs("purge.carried-out")
  record PurgeCarriedOut(String purgeId, EntityRef thing, String rootId, long things, long events,
      String reason, Instant at) implements PurgeEvent {

    /** The stream of an act. */
    public static String streamOf(String purgeId) {
      return "purge/" + purgeId;
    }

    @Override
    public String stream() {
      return streamOf(purgeId);
    }

    @Override
    public List<EntityChange> changes() {
      return List.of();
    }
  }

  /**
   * A thing and its parts were erased: of the events named here only the places, times and actors are left. It never comes
   * back, and its id is never used again.
   *
   * @param thing something with a stream of its own, or a part whose owner stays
   * @param rootId the fractal
   * @param owner whose stream it is; the thing itself unless that is a part
   * @param parts what was part of it
   * @param events the events of the stream that lost what they told
   * @param rows the events that lost rows of legacy files, kept because they spoke of one of these
   * @param reason why, in the words of the administrator
   * @param at when it was
   */
  @StoredAs(ThingPurged.TYPE)
  record ThingPurged(Gone thing, String rootId, EntityRef owner, List<Gone> parts,
      Positions events, Positions rows, String reason, Instant at)
      implements
        PurgeEvent {

    /** Its stable type name. */
    public static final String TYPE = "thing.purged";

    public ThingPurged {
      parts = List.copyOf(parts);
    }

    /** The thing and its parts, wholes before parts. */
    public List<Gone> gone() {
      var gone = new ArrayList<Gone>();
      gone.add(thing);
      gone.addAll(parts);
      return gone;
    }

    /** All events that were emptied. */
    public Positions named() {
      return events.and(rows);
    }

    /** Whether an event was emptied by this. */
    public boolean names(long position) {
      return events.contains(position) || rows.contains(position);
    }

    @Override
    public String stream() {
      return owner.toString();
    }

    @Override
    public List<EntityChange> changes() {
      return gone().stream()
          .<EntityChange>map(gone -> new EntityChange.Purged(gone.ref(), gone.whole())).toList();
    }
  }

  /**
   * Something that is there no more.
   *
   * @param ref what it was called
   * @param whole what it was a part of; null unless it was a part
   */
  record Gone(EntityRef ref, @Nullable EntityRef whole) {}
}
