package org.fractalgoals.migration.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.history.References;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.LegacyRow;
import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.migration.testing.MigrationRun;
import org.jspecify.annotations.Nullable;

/** A legacy file whose sessions are interpreted one by one, each standing in the fractal that its row names. */
final class SessionFile implements AutoCloseable {

  private static final Instant LONG_AGO = Instant.parse("2025-12-01T00:00:00Z");

  private final SourceCopy copy;
  private final LegacyFile file;
  private final ClockRules clocks = new ClockRules(ClockRules.USUAL_ZONE);
  private final SessionInterpreter interpreter;

  private SessionFile(SourceCopy copy) {
    this.copy = copy;
    this.file = LegacyFile.open(copy);
    this.interpreter = new SessionInterpreter(new Evidence(file, clocks,
        MigrationRun.PlainText::new, new KnownRows(file)));
  }

  static SessionFile of(Path file, Path data) {
    return new SessionFile(SourceCopy.of(file, data, MigrationRun.clock()));
  }

  LegacyFile file() {
    return file;
  }

  /** The histories of all sessions that have a row. */
  List<LegacyUnit> sessions() {
    return sessionRows().values().stream().map(row -> interpret(id(row), row)).toList();
  }

  /** The histories of all sessions that only instances speak of. */
  List<LegacyUnit> missing() {
    var ids = new LinkedHashSet<String>();
    file.forEach("activity_instances", row -> ids.add(sessionOf(row)));
    ids.removeAll(sessionRows().keySet());
    return ids.stream().map(id -> interpret(id, null)).toList();
  }

  /** The history of one session. */
  LegacyUnit session(String id) {
    return interpret(id, sessionRows().get(id));
  }

  /** Which session a row of an instance names. */
  static String sessionOf(LegacyRow row) {
    return Objects.requireNonNull(
        Objects.requireNonNullElseGet(row.text("session_id"),
            () -> row.text("practice_session_id")));
  }

  private Map<String, LegacyRow> sessionRows() {
    var rows = new LinkedHashMap<String, LegacyRow>();
    Stream.of("practice_sessions", "sessions").flatMap(table -> file.rows(table).stream())
        .forEach(row -> rows.put(id(row), row));
    file.rows("goals").stream().filter(row -> "PracticeSession".equals(row.text("type")))
        .forEach(row -> rows.put(id(row), row));
    return rows;
  }

  private LegacyUnit interpret(String id, @Nullable LegacyRow row) {
    var root = row == null ? null : row.text("root_id");
    var created = row == null ? null : clocks.read(row, "created_at").at();
    return interpreter.interpret(new Place(EntityRef.session(id), row,
        Objects.requireNonNullElse(root, "root"), null,
        Objects.requireNonNullElse(created, LONG_AGO), List.of()));
  }

  static String id(LegacyRow row) {
    return Objects.requireNonNull(row.text("id"));
  }

  @Override
  public void close() {
    file.close();
    copy.close();
  }

  /** Knows what has a row in the file. */
  private record KnownRows(LegacyFile file, Map<Kind, Set<String>> ids) implements References {

    private static final Map<Kind, String> TABLES = Map.of(Kind.GOAL, "goals", Kind.ACTIVITY,
        "activity_definitions", Kind.METRIC, "metric_definitions", Kind.SPLIT,
        "split_definitions", Kind.TEMPLATE, "session_templates");

    KnownRows(LegacyFile file) {
      this(file, new LinkedHashMap<>());
      TABLES.forEach((kind, table) -> {
        var found = new LinkedHashSet<String>();
        new ArrayList<>(file.rows(table)).stream()
            .filter(row -> !"PracticeSession".equals(row.text("type")))
            .forEach(row -> found.add(id(row)));
        ids.put(kind, found);
      });
    }

    @Override
    public boolean knows(EntityRef ref) {
      return ids.getOrDefault(ref.kind(), Set.of()).contains(ref.id());
    }

    @Override
    public Optional<EntityRef> parentOf(EntityRef ref) {
      return Optional.empty();
    }

    @Override
    public boolean isFirst(LegacyRow row) {
      return row.text("id") != null;
    }

    @Override
    public List<String> rootFlags(LegacyRow row, String rootId) {
      return List.of();
    }
  }
}
