package org.fractalgoals.migration.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.session.SessionEvent.SessionCompleted;
import org.fractalgoals.domain.session.SessionEvent.SessionDeleted;
import org.fractalgoals.domain.session.SessionEvent.SessionTouched;
import org.fractalgoals.migration.clock.LegacyTime;
import org.fractalgoals.migration.history.Cells;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Flags;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Life;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.legacy.LegacyRow;

/**
 * Reads the history of a session out of its row, the links to goals, the rows of its instances and their values, and its
 * free JSON, which of old was the only one to know the order of the instances, and sets. Of a session that is missing
 * only the rest is told.
 */
public final class SessionInterpreter implements Interpreter {

  private static final List<String> NO_ACTIVITY = List.of(Flags.refMissing("activity_id"));

  private final Evidence evidence;
  private final SessionRows rows;

  /** By the id of what has no row and only the data of sessions names: the session that named it first. */
  private final Map<String, String> namedFirst = new HashMap<>();

  public SessionInterpreter(Evidence evidence) {
    this.evidence = evidence;
    this.rows = new SessionRows(evidence);
  }

  @Override
  public LegacyUnit interpret(Place place) {
    var telling = Telling.of(evidence, rows, place);
    var row = place.row();
    var data = SessionData.of(row, evidence.json());
    var lineup = Lineup.of(data.json().entries(), rows.instances(telling.sessionId()),
        evidence.clocks(),
        id -> mayName(id, telling.sessionId()));
    if (row != null) {
      new SessionBeginning(telling, row, data).tell(lineup.problems());
    }
    new GoalLinks(telling).tell();
    tellInstances(telling, lineup);
    keepTheRest(telling, lineup);
    if (row != null) {
      telling.story().tell(life(telling.sessionId(), row), place.begin());
    }
    return telling.unit();
  }

  /** An instance without a row here may be in another session, or be named by several. */
  private boolean mayName(String id, String sessionId) {
    return !rows.haveInstance(id)
        && namedFirst.computeIfAbsent(id, first -> sessionId).equals(sessionId);
  }

  private void tellInstances(Telling telling, Lineup lineup) {
    var ofSets = lineup.twins().stream().collect(Collectors.toMap(twin -> twin.set().ofInstance(),
        twin -> evidence.clocks().read(twin.row(), "created_at"), SessionInterpreter::earlier));
    var instances = new Instances(telling);
    long order = 0;
    for (var performance : lineup.performances()) {
      order++;
      instances.tell(performance, order,
          ofSets.getOrDefault(performance.id(), new LegacyTime.None()));
    }
  }

  private static LegacyTime earlier(LegacyTime one, LegacyTime other) {
    return Comparator.<LegacyTime, Instant>comparing(
        time -> Objects.requireNonNullElse(time.at(), Instant.MAX)).compare(one, other) <= 0
            ? one
            : other;
  }

  private void keepTheRest(Telling telling, Lineup lineup) {
    var session = telling.place().ref();
    lineup.homeless().forEach((id, row) -> {
      telling.keep(row, session, NO_ACTIVITY);
      rows.values(id).forEach(value -> telling.keep(value, session, NO_ACTIVITY));
    });
    for (var twin : lineup.twins()) {
      telling.keep(twin.row(), EntityRef.instance(twin.set().ofInstance()),
          List.of(Flags.TWIN_OF_SET));
      keepValues(telling, twin.id(), twin.set());
    }
    lineup.setsWithoutRow().forEach((id, set) -> {
      if (!rows.values(id).isEmpty() && mayName(id, telling.sessionId())) {
        keepValues(telling, id, set);
      }
    });
  }

  private void keepValues(Telling telling, String id, Lineup.Part set) {
    for (var row : rows.values(id)) {
      var agrees = set.measured().has(Cells.id(row, "metric_definition_id"), Values.number(row));
      telling.keep(row, EntityRef.instance(set.ofInstance()), agrees
          ? List.of(Flags.TWIN_OF_SET)
          : List.of(Flags.TWIN_OF_SET, Flags.staleCopy("value")));
    }
  }

  private Life life(String id, LegacyRow row) {
    var life = new Life(evidence.clocks().times(row)).touched(at -> new SessionTouched(id, at))
        .deleted(at -> new SessionDeleted(id, at));
    return Cells.isTrue(row, "completed")
        ? life.completed(at -> new SessionCompleted(id, at))
        : life;
  }
}
