package org.fractalgoals.api.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.fractalgoals.domain.act.ActEvent;
import org.fractalgoals.domain.act.ActEvent.StoreBackedUp;
import org.fractalgoals.domain.act.ActEvent.StoreExported;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.FieldChange;
import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.domain.imports.ImportEvent;
import org.fractalgoals.domain.key.KeyEvent;
import org.fractalgoals.domain.key.KeyEvent.KeyAdded;
import org.fractalgoals.domain.key.KeyEvent.KeyRevoked;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.domain.purge.PurgeEvent;
import org.fractalgoals.domain.purge.PurgeEvent.PurgeCarriedOut;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.jspecify.annotations.Nullable;

/** Tells people what an event means. What it is about they know already. */
final class Sentences {

  private final FieldText fields;
  private final Function<EntityRef, String> naming;

  /**
   * @param naming what things are called in a sentence
   */
  Sentences(ZoneId zone, Function<EntityRef, String> naming) {
    this.fields = new FieldText(zone, naming);
    this.naming = naming;
  }

  /**
   * One sentence without its full stop.
   *
   * @param cause what was deleted or restored and took this along; null if nothing
   */
  String of(AuditedEvent event, @Nullable EntityRef cause, List<FieldChange> changes) {
    return switch (event.payload()) {
      case null -> "What happened was purged";
      case ThingFoundMissing missing -> "Referred to and nowhere to be found";
      case ImportEvent imported -> ofImport(imported);
      case PurgeEvent purge -> ofPurge(purge);
      case ActEvent act -> ofAct(act);
      case KeyEvent key -> ofKey(key);
      case DomainEvent payload -> of(payload, cause, changes);
    };
  }

  private static String ofPurge(PurgeEvent event) {
    return switch (event) {
      case PurgeCarriedOut it -> "Purged %s for good (things: %d, events: %d): %s".formatted(
          it.thing(), it.things(), it.events(), it.reason());
      case ThingPurged it -> "Purged for good (events: %d): %s"
          .formatted(it.named().count(), it.reason());
    };
  }

  private static String ofKey(KeyEvent event) {
    return switch (event) {
      case KeyAdded it -> "Key of \"%s\" added, as %s%s".formatted(it.name(), it.role(),
          it.fractals().isEmpty()
              ? ""
              : " of the fractals " + String.join(", ", it.fractals()));
      case KeyRevoked it -> "Key of \"%s\" revoked".formatted(it.name());
    };
  }

  private static String ofAct(ActEvent event) {
    return switch (event) {
      case StoreBackedUp it -> "Backed up to \"%s\", up to event %d".formatted(it.fileName(),
          it.position());
      case StoreExported it -> "Exported%s to \"%s\" as %s, up to event %d".formatted(
          it.fractalId() == null ? "" : " the fractal " + it.fractalId(), it.fileName(),
          it.form(), it.position());
    };
  }

  private static String ofImport(ImportEvent event) {
    return switch (event) {
      case ImportEvent.SchemaKept it ->
        "Declarations of %d tables, indexes, views and triggers kept"
            .formatted(it.objects().size());
      case ImportEvent.RowKept it -> "Row of %s kept, no event stands for it"
          .formatted(it.table());
      case ImportEvent.RowsUnchanged it -> "%d rows of %s found as an earlier import found them"
          .formatted(it.rows().size(), it.table());
      case ImportEvent.ConflictFound it -> "%s of %s differs from what a person has changed: %s"
          .formatted(it.field(), it.thing(),
              it.taken() ? "the file was followed" : "it was left as it is");
      case ImportEvent.LegacyFileImported it -> "Legacy file \"%s\" of stage %s imported"
          .formatted(it.fileName(), it.stage());
    };
  }

  private String of(DomainEvent event, @Nullable EntityRef cause, List<FieldChange> changes) {
    var also = cause == null ? "" : " along with " + naming.apply(cause);
    for (var change : event.changes()) {
      switch (change) {
        case EntityChange.Added added -> {
          return added.parent() == null
              ? "Created"
              : "Created below " + naming.apply(added.parent());
        }
        case EntityChange.Deleted deleted -> {
          return "Deleted" + also;
        }
        case EntityChange.Restored restored -> {
          return "Restored" + also;
        }
        default -> {
          // the fields tell
        }
      }
    }
    return changes.isEmpty()
        ? "Nothing changed"
        : changes.stream().filter(change -> isWorthSaying(change, changes)).map(fields::of)
            .distinct().collect(Collectors.joining("; "));
  }

  /** A place among siblings says little beside another parent. */
  private static boolean isWorthSaying(FieldChange change, List<FieldChange> all) {
    return !change.key().field().equals("sort_order")
        || all.stream().map(FieldChange::key).map(FieldKey::field).noneMatch("parent_id"::equals);
  }
}
