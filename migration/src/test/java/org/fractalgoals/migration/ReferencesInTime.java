package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

import org.fractalgoals.domain.entity.EntityChange;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.missing.MissingEvent.ThingFoundMissing;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.testing.MigrationRun;

/** What holds of the events of every migration: what they refer to is there before them. */
final class ReferencesInTime {

  private ReferencesInTime() {}

  /** Fails where something is referred to before it is there, or a placeholder comes twice. */
  static void require(MigrationRun run) {
    var there = new HashSet<EntityRef>();
    var history = run.events().payloads().stream()
        .map(event -> new LegacyEvent(event, null, List.of(), null)).toList();
    for (var event : run.events().payloads()) {
      event.changes().stream()
          .filter(change -> change instanceof EntityChange.Added
              || change instanceof EntityChange.Presumed)
          .map(EntityChange::ref).forEach(there::add);
      for (var mention : Mentions.in(history,
          List.of(new LegacyEvent(event, null, List.of(), null)))) {
        assertThat(there).as(event.toString()).contains(mention.ref());
      }
      if (event instanceof ThingFoundMissing missing && missing.parent() != null) {
        assertThat(there).as(event.toString()).contains(missing.parent());
      }
    }
    assertThat(run.events().missing()).doesNotHaveDuplicates();
  }
}
