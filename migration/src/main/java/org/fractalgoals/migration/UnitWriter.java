package org.fractalgoals.migration;

import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.entity.Kind;
import org.fractalgoals.migration.activity.ActivityInterpreter;
import org.fractalgoals.migration.activitygroup.GroupInterpreter;
import org.fractalgoals.migration.goal.GoalInterpreter;
import org.fractalgoals.migration.graph.LegacyGraph;
import org.fractalgoals.migration.history.Evidence;
import org.fractalgoals.migration.history.Interpreter;
import org.fractalgoals.migration.history.KeptRow;
import org.fractalgoals.migration.history.LegacyUnit;
import org.fractalgoals.migration.history.Place;
import org.fractalgoals.migration.merge.Merging;
import org.fractalgoals.migration.note.NoteInterpreter;
import org.fractalgoals.migration.program.ProgramInterpreter;
import org.fractalgoals.migration.session.SessionInterpreter;
import org.fractalgoals.migration.template.TemplateInterpreter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the history of one thing after the other, so that whatever an event refers to is there before it: because it is
 * written first, or because a placeholder stands for it.
 */
final class UnitWriter {

  /** What refers to each other in a longer chain than this has a placeholder in between, which is filled soon. */
  private static final int DEEPEST = 100;

  private final LegacyGraph graph;
  private final Predicate<EntityRef> purged;
  private final Things things;
  private final Names names;
  private final Merging merging;
  private final Writing writing;
  private final Map<Kind, Interpreter> interpreters;
  private int depth;

  /**
   * @param purged what nothing is told of, and what need not be there for it
   */
  UnitWriter(LegacyGraph graph, Predicate<EntityRef> purged, Things things, Names names,
      Merging merging, Writing writing,
      Evidence evidence) {
    this.graph = graph;
    this.purged = purged;
    this.things = things;
    this.names = names;
    this.merging = merging;
    this.writing = writing;
    this.interpreters = Map.of(Kind.GOAL, new GoalInterpreter(evidence), Kind.GROUP,
        new GroupInterpreter(evidence), Kind.ACTIVITY, new ActivityInterpreter(evidence),
        Kind.TEMPLATE, new TemplateInterpreter(evidence), Kind.PROGRAM,
        new ProgramInterpreter(evidence), Kind.SESSION, new SessionInterpreter(evidence),
        Kind.NOTE, new NoteInterpreter(evidence));
  }

  /** Writes the history of a thing, unless it is written already, and before it what it refers to. */
  void write(EntityRef ref) {
    if (!graph.begin(ref)) {
      return;
    }
    depth++;
    var place = graph.place(ref);
    if (purged.test(ref)) {
      append(merging.merge(interpret(place)));
    } else {
      tell(place);
      graph.finish(ref);
    }
    names.endOfUnit();
    depth--;
  }

  private void tell(Place place) {
    require(EntityRef.goal(place.rootId()), null, place);
    if (place.parent() != null) {
      require(place.parent(), null, place);
    }
    var told = interpret(place);
    var unit = merging.merge(told);
    if (place.row() == null && !unit.events().isEmpty()) {
      things.presume(place.ref(), unit.rootId(), null, place.begin());
    }
    for (var mention : Mentions.in(told.events(), unit.events())) {
      require(mention.ref(), mention.owner(), place);
    }
    append(unit);
  }

  private LegacyUnit interpret(Place place) {
    return Objects.requireNonNull(interpreters.get(place.ref().kind())).interpret(place);
  }

  private void append(LegacyUnit unit) {
    for (var event : unit.events()) {
      var named = names.judge(event, unit.rootId());
      writing.append(named, unit.rootId());
      things.add(named.event());
    }
    for (KeptRow kept : unit.kept()) {
      writing.keep(kept);
    }
  }

  private void require(EntityRef ref, @Nullable EntityRef owner, Place by) {
    if (ref.equals(by.ref()) || things.isThere(ref)) {
      return;
    }
    if (owner != null && !owner.equals(by.ref())) {
      require(owner, null, by);
    }
    var unit = graph.unitOf(ref);
    if (unit.isPresent() && graph.has(ref) && !unit.get().equals(by.ref()) && depth < DEEPEST) {
      write(unit.get());
    }
    var comesWithThis = unit.filter(by.ref()::equals).isPresent() && graph.has(ref);
    if (!things.isThere(ref) && !comesWithThis) {
      things.presume(ref, by.rootId(),
          owner == null ? unit.filter(Predicate.not(ref::equals)).orElse(null) : owner,
          by.begin());
    }
  }
}
