package org.fractalgoals.api.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.fractalgoals.domain.audit.FieldChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.fact.FieldKey;
import org.jspecify.annotations.Nullable;

/** Says in a few words what became of a field. */
final class FieldText {

  /** Longer values say less than that they changed. */
  private static final int LONGEST = 80;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu",
      Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm:ss",
      Locale.ENGLISH);

  /** Where the name of the column, read aloud, would not be understood. */
  private static final Map<String, String> LABELS = Map.ofEntries(
      Map.entry("duration_minutes", "Planned minutes"),
      Map.entry("total_duration_seconds", "Seconds in all"),
      Map.entry("duration_seconds", "Seconds"), Map.entry("session_start", "Start"),
      Map.entry("session_end", "End"), Map.entry("time_start", "Start"),
      Map.entry("time_stop", "Stop"), Map.entry("attributes", "Session data"),
      Map.entry("data", "Sets"), Map.entry("template_data", "Template data"),
      Map.entry("group_id", "Group"), Map.entry("template_id", "Template"),
      Map.entry("activity_definition_id", "Activity"), Map.entry("block_id", "Block"),
      Map.entry("goal_ids", "Goals"), Map.entry("context_id", "Subject"));

  private final ZoneId zone;
  private final Function<EntityRef, String> naming;

  /**
   * @param naming what things are called in a sentence
   */
  FieldText(ZoneId zone, Function<EntityRef, String> naming) {
    this.zone = zone;
    this.naming = naming;
  }

  String of(FieldChange change) {
    var field = change.key().field();
    return switch (field) {
      case "name" -> change.before() == null
          ? "Named %s".formatted(value(change, change.after()).orElse(""))
          : between("Renamed", change);
      case "completed", "is_completed" -> isTrue(change) ? "Completed" : "Reopened";
      case "is_active" -> isTrue(change) ? "Activated" : "Deactivated";
      case "parent_id" -> between("Moved", change);
      case "sort_order", "order" -> "Put in place %s".formatted(change.after());
      case "goal_id" -> "Linked to %s".formatted(naming.apply(EntityRef.goal(part(change))));
      case "session_template_id" -> change.after() == null
          ? "Planned session taken off the day"
          : "Session planned for the day";
      case "value" -> valued(change);
      case FieldKey.UPDATED -> "Changed, the legacy file does not say what";
      default -> plain(label(field), change);
    };
  }

  private String valued(FieldChange change) {
    var ids = part(change).split("/", 2);
    var metric = naming.apply(EntityRef.metric(ids[0]));
    var where = ids.length == 1 ? metric : metric + " of " + naming.apply(EntityRef.split(ids[1]));
    return change.before() == null
        ? "Value %s of %s recorded".formatted(change.after(), where)
        : plain("Value of " + where, change);
  }

  private static String part(FieldChange change) {
    return change.key().part();
  }

  private static boolean isTrue(FieldChange change) {
    return Boolean.TRUE.equals(change.after());
  }

  private static String label(String field) {
    var words = LABELS.getOrDefault(field, field.replace('_', ' '));
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private String plain(String label, FieldChange change) {
    if (isNothing(change.before())) {
      return value(change, change.after()).map(text -> label + " set to " + text)
          .orElse(label + " set");
    }
    if (isNothing(change.after())) {
      return value(change, change.before())
          .map(text -> "%s removed, it was %s".formatted(label, text))
          .orElse(label + " removed");
    }
    return between(label + (isTime(change.after()) ? " moved" : " changed"), change);
  }

  private String between(String beginning, FieldChange change) {
    var before = value(change, change.before());
    var after = value(change, change.after());
    return before.isPresent() && after.isPresent()
        ? "%s from %s to %s".formatted(beginning, before.get(), after.get())
        : beginning;
  }

  private static boolean isNothing(@Nullable Object value) {
    return value == null || "".equals(value);
  }

  private static boolean isTime(@Nullable Object value) {
    return value instanceof LocalDate || value instanceof LocalDateTime
        || value instanceof Instant;
  }

  /** The value as it is read aloud; empty if it is too long for that. */
  private Optional<String> value(FieldChange change, @Nullable Object value) {
    var text = switch (value) {
      case null -> "nothing";
      case LocalDate day -> DAY.format(day);
      case LocalDateTime time -> TIME.format(time);
      case Instant moment -> TIME.format(moment.atZone(zone));
      case EntityRef thing -> naming.apply(thing);
      case String words -> words(change.key().field(), words);
      case Boolean flag -> flag ? "yes" : "no";
      case Number number -> number.toString();
      case List<?> list -> "%d of them".formatted(list.size());
      default -> null;
    };
    return Optional.ofNullable(text).filter(words -> words.length() <= LONGEST);
  }

  private String words(String field, String words) {
    return switch (field) {
      case "group_id" -> naming.apply(EntityRef.group(words));
      case "template_id" -> naming.apply(EntityRef.template(words));
      case "activity_definition_id" -> naming.apply(EntityRef.activity(words));
      case "block_id" -> naming.apply(EntityRef.block(words));
      default -> "\"%s\"".formatted(words);
    };
  }
}
