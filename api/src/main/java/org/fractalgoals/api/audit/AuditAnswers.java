package org.fractalgoals.api.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.PageParameters;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Subjects;
import org.fractalgoals.domain.entity.EntityRef;
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
    var ownsStream = entity.stream().equals(thing.toString());
    int wanted = PageParameters.limit(limit);
    long sequence = after == null ? 0 : place(after) + 1;
    var found = new ArrayList<AuditedEvent>();
    boolean isEnd = false;
    while (!isEnd && found.size() <= wanted) {
      var step = trail.stream(entity.stream(), sequence, wanted + 1);
      step.stream().filter(event -> ownsStream || Subjects.include(event, thing))
          .forEach(found::add);
      isEnd = step.size() <= wanted;
      sequence = isEnd ? sequence : step.getLast().sequence() + 1;
    }
    var page = found.size() > wanted ? found.subList(0, wanted) : found;
    return new Page(views().of(page),
        found.size() > wanted ? Long.toString(page.getLast().sequence()) : null);
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
