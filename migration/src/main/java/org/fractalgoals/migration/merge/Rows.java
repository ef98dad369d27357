package org.fractalgoals.migration.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that each row ends in one place: with the first event that comes of it, or kept for itself. An event without
 * a row comes of the last row that spoke of the same field.
 */
final class Rows {

  private static final class Carried {

    private final LegacyEvent source;
    private final LegacyRow row;
    private final EntityRef about;
    private final List<String> flags;
    private boolean isGone;

    Carried(LegacyEvent source, LegacyRow row, EntityRef about) {
      this.source = source;
      this.row = row;
      this.about = about;
      this.flags = new ArrayList<>(source.flags());
    }
  }

  private final List<Carried> all = new ArrayList<>();
  private final Map<FieldKey, Carried> byKey = new HashMap<>();
  private @Nullable Carried carried;

  /** Turns to the next event of the file, and to its row or the one it comes of. */
  void turnTo(LegacyEvent event, List<Fact> facts, EntityRef about) {
    if (event.row() == null) {
      carried = facts.isEmpty() ? null : byKey.get(facts.getFirst().key());
    } else {
      var next = new Carried(event, event.row(), about);
      all.add(next);
      facts.forEach(fact -> byKey.put(fact.key(), next));
      carried = next;
    }
  }

  /** The event with the row that it comes of, if no other one has that. */
  LegacyEvent carry(LegacyEvent event, Collection<String> fields) {
    var now = carried;
    if (now == null || now.isGone) {
      return new LegacyEvent(event.event(), event.effectiveAt(), event.flags(), null);
    }
    now.isGone = true;
    if (now.source.equals(event)) {
      return event;
    }
    var flags = new LinkedHashSet<>(event.flags());
    now.flags.stream().filter(flag -> !Imported.breaksRule(List.of(flag))).forEach(flags::add);
    flags.addAll(namely(now.source, fields));
    return new LegacyEvent(event.event(), event.effectiveAt(), List.copyOf(flags), now.row);
  }

  /** The flags of an event that name one of the fields. */
  static List<String> namely(LegacyEvent event, Collection<String> fields) {
    return event.flags().stream()
        .filter(flag -> fields.stream().anyMatch(field -> flag.endsWith("(" + field + ")")))
        .toList();
  }

  /** Says more of the row, should it be kept for itself. */
  void flag(String flag) {
    if (carried != null && !carried.flags.contains(flag)) {
      carried.flags.add(flag);
    }
  }

  /** The rows that no event came of. */
  Stream<KeptRow> rest() {
    return all.stream().filter(each -> !each.isGone)
        .map(each -> new KeptRow(each.row, each.flags, each.about));
  }
}
