package org.fractalgoals.migration.session;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.graph.Known;
import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.source.SourceCopy;
import org.fractalgoals.migration.testing.MigrationRun;

/** A legacy file whose sessions are interpreted one by one. */
final class SessionFile implements AutoCloseable {

  private final SourceCopy copy;
  private final LegacyFile file;
  private final LegacyGraph graph;
  private final SessionInterpreter interpreter;

  private SessionFile(SourceCopy copy) {
    var clocks = new ClockRules(ClockRules.USUAL_ZONE);
    this.copy = copy;
    this.file = LegacyFile.open(copy);
    this.graph = LegacyGraph.read(file, clocks, Known.NOTHING, MigrationRun.NOW);
    this.interpreter = new SessionInterpreter(
        new Evidence(file, clocks, MigrationRun.PlainText::new, graph));
  }

  static SessionFile of(Path file, Path data) {
    return new SessionFile(SourceCopy.of(file, data, MigrationRun.clock()));
  }

  LegacyFile file() {
    return file;
  }

  /** The histories of all sessions that have a row. */
  List<LegacyUnit> sessions() {
    return places().filter(place -> place.row() != null).map(interpreter::interpret).toList();
  }

  /** The histories of all sessions that only instances speak of. */
  List<LegacyUnit> missing() {
    return places().filter(place -> place.row() == null).map(interpreter::interpret).toList();
  }

  /** The history of one session. */
  LegacyUnit session(String id) {
    return interpreter.interpret(graph.place(EntityRef.session(id)));
  }

  private Stream<Place> places() {
    return graph.units().stream().filter(ref -> ref.kind() == Kind.SESSION).map(graph::place);
  }

  @Override
  public void close() {
    file.close();
    copy.close();
  }
}
