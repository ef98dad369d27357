package org.fractalgoals.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.PageParameters;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Subjects;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.purge.PurgeEvent.ThingPurged;
import org.fractalgoals.domain.rule.Rule;
import org.fractalgoals.domain.rule.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Answers questions to the history. */
public final class AuditAnswers {

  private final AuditTrail trail;
  private final PathIds paths;
  private final Queries queries;
  private final WallClockText clock;

  public AuditAnswers(AuditTrail trail, PathIds paths, Queries queries, WallClockText clock) {
    this.trail = trail;
    this.paths = paths;
    this.queries = queries;
    this.clock = clock;
  }

  /**
   * Some of the events.
   *
   * @param next what to send as {@code after} for the next page; null on the last one
   */
  record Page(List<AuditView> events, @Nullable String next) {}

  /**
   * @throws HttpProblem 404 unless the id is that of a fractal, which may be deleted
   */
  void requireFractal(String rootId) {
    if (paths.find(EntityRef.goal(rootId)).filter(goal -> goal.isRoot()).isEmpty()) {
      throw PathIds.noFractal(rootId);
    }
  }

  /** The latest first. */
  Page page(AuditFilter filter, @Nullable String after, @Nullable String limit) {
    var page = trail.page(filter, after == null ? Long.MAX_VALUE : place(after),
        PageParameters.limit(limit));
    var next = page.next();
    return new Page(views().of(page.events()), next == null ? null : next.toString());
  }

  CountsView counts(AuditFilter filter) {
    return CountsView.of(trail.counts(filter));
  }

  /** All of them, the latest first, some at a time in memory. */
  void forEach(AuditFilter filter, Consumer<AuditView> consumer) {
    var views = views();
    trail.forEach(filter, Long.MAX_VALUE, event -> consumer.accept(views.of(event)));
  }

  /**
   * What happened to a thing, from its beginning; to what is part of it, too.
   *
   * @throws RuleViolation unless there ever was such a thing in the fractal
   */
  Page history(String rootId, EntityRef thing, @Nullable String after, @Nullable String limit) {
    var entity = paths.find(thing).filter(found -> found.rootId().equals(rootId))
        .orElseThrow(() -> new RuleViolation(new Rule.IsUnknown(thing)));
    var isAsked = isOf(entity);
    int wanted = PageParameters.limit(limit);
    long sequence = after == null ? 0 : place(after) + 1;
    var found = new ArrayList<AuditedEvent>();
    boolean isEnd = false;
    while (!isEnd && found.size() <= wanted) {
      var step = trail.stream(entity.stream(), sequence, wanted + 1);
      step.stream().filter(isAsked).forEach(found::add);
      isEnd = step.size() <= wanted;
      sequence = isEnd ? sequence : step.getLast().sequence() + 1;
    }
    var page = found.size() > wanted ? found.subList(0, wanted) : found;
    return new Page(views().of(page),
        found.size() > wanted ? Long.toString(page.getLast().sequence()) : null);
  }

  /** Whether an event of its stream is about a thing, or was before it was emptied. */
  private Predicate<AuditedEvent> isOf(Entity entity) {
    var thing = entity.ref();
    if (entity.stream().equals(thing.toString())) {
      return event -> true;
    }
    var purge = entity.isPurged() ? purgeOf(entity) : Optional.<ThingPurged>empty();
    return event -> Subjects.include(event, thing)
        || purge.filter(its -> its.names(event.position())).isPresent();
  }

  /** The purge of just this part; empty where it went along with something else. */
  private Optional<ThingPurged> purgeOf(Entity part) {
    var purges = new ArrayList<ThingPurged>();
    trail.forEach(AuditFilter.ofStream(part.stream(), Set.of(ThingPurged.TYPE)), Long.MAX_VALUE,
        event -> {
          if (event.payload() instanceof ThingPurged purge
              && purge.thing().ref().equals(part.ref())) {
            purges.add(purge);
          }
        });
    return purges.stream().findFirst();
  }

  private AuditViews views() {
    return new AuditViews(trail, clock, queries.names()::name);
  }

  private static long place(String after) {
    try {
      return Long.parseLong(after);
    } catch (NumberFormatException notOurs) {
      throw PageParameters.unknownCursor();
    }
  }
}
