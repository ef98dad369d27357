package org.fractalgoals.migration.testing;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.JsonText;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.time.WallClock;
import org.fractalgoals.migration.Migration;
import org.fractalgoals.migration.MigrationResult;
import org.fractalgoals.migration.Phases;
import org.fractalgoals.migration.Target;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.source.SourceCopy;

/** A whole migration of a file into memory, at a fixed moment. */
public record MigrationRun(MigrationResult result, InMemoryEvents events) {

  public static final Instant NOW = Instant.parse("2026-02-01T12:30:45.123456Z");

  /** Opaque text, compared as it is. */
  public record PlainText(String text) implements JsonText {
    @Override
    public String canonical() {
      return text;
    }
  }

  public static WallClock clock() {
    return clock(ClockRules.USUAL_ZONE);
  }

  public static WallClock clock(ZoneId zone) {
    return new WallClock(Clock.fixed(NOW, zone), zone);
  }

  /** Migrates what a test has written, and closes it. */
  public static MigrationRun of(LegacyDatabase database) throws SQLException {
    database.close();
    return of(database.file());
  }

  /** Migrates into a data directory beside the file. */
  public static MigrationRun of(Path file) {
    return of(file, file.resolveSibling("data"), ClockRules.USUAL_ZONE);
  }

  public static MigrationRun of(Path file, Path directory, ZoneId zone) {
    var events = new InMemoryEvents();
    var number = new AtomicLong();
    var target = new Target(events, new NoEntities(), new NoImports(),
        () -> "id-" + number.incrementAndGet(), true);
    var migration = new Migration(PlainText::new, clock(zone), "tester", false);
    try (var copy = SourceCopy.of(file, directory, clock(zone));
        var legacy = LegacyFile.open(copy)) {
      var result = migration.run(legacy, target, new Phases(sentence -> {}));
      requireAllRows(result);
      return new MigrationRun(result, events);
    }
  }

  /** Whatever the file: each row is told or kept. */
  private static void requireAllRows(MigrationResult result) {
    for (var table : result.tables()) {
      if (table.told() + table.kept() != table.read()) {
        throw new AssertionError("rows are lost or counted twice: " + table);
      }
    }
  }

  /** Flags of the first event of a goal. */
  public List<String> flags(String goalId) {
    return imported(events.of(goalId).get(0)).flags();
  }

  /** Flags of the event that brings a thing into being. */
  public List<String> flags(EntityRef thing) {
    return imported(events.beginning(thing)).flags();
  }

  /** The fractal of a thing. */
  public String rootOf(EntityRef thing) {
    return events.beginning(thing).envelope().rootId();
  }

  /** What an event carries because it was imported. */
  public static Imported imported(NewEvent event) {
    return Objects.requireNonNull(event.envelope().imported());
  }
}
