package org.fractalgoals.eventstore;

import java.util.List;

import org.fractalgoals.domain.act.ActEvent;
import org.fractalgoals.domain.activity.ActivityEvent;
import org.fractalgoals.domain.activitygroup.GroupEvent;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.goal.GoalEvent;
import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.key.KeyEvent;
import org.fractalgoals.domain.missing.MissingEvent;
import org.fractalgoals.domain.note.NoteEvent;
import org.fractalgoals.domain.program.ProgramEvent;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.domain.session.SessionEvent;
import org.fractalgoals.domain.template.TemplateEvent;
import org.fractalgoals.eventstore.codec.EventCatalogue;
import org.fractalgoals.eventstore.codec.EventCodec;
import org.fractalgoals.eventstore.codec.Upcaster;

/** The events of the product, and how older shapes of them are read. */
public final class Codecs {

  /** One sealed interface per aggregate. */
  private static final List<Class<? extends DomainEvent>> FAMILIES = List.of(GoalEvent.class,
      SessionEvent.class, ActivityEvent.class, GroupEvent.class, TemplateEvent.class,
      NoteEvent.class, ProgramEvent.class, MissingEvent.class, ImportEvent.class,
      PurgeEvent.class, ActEvent.class, KeyEvent.class);

  /** To be raised with any change of what an upcaster does. */
  private static final int UPCASTERS_VERSION = 1;

  private static final List<Upcaster> UPCASTERS = List.of();

  private static final EventCatalogue CATALOGUE = new EventCatalogue(FAMILIES, UPCASTERS);

  private static final EventCodec CODEC = new EventCodec(CATALOGUE);

  private Codecs() {}

  /** What this program reads and writes. */
  public static EventCodec current() {
    return CODEC;
  }

  /** Every stored type with its current revision, as {@code type:revision}. */
  public static List<String> types() {
    return CATALOGUE.types();
  }

  /** Every event, by its stored type. */
  public static List<Class<? extends DomainEvent>> events() {
    return CATALOGUE.events();
  }

  /** Changes when the same stored events may be read as something else than before. */
  public static String version() {
    return UPCASTERS_VERSION + ";" + CATALOGUE.version();
  }
}
