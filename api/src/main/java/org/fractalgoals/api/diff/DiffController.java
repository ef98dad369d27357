package org.fractalgoals.api.diff;

import java.time.Instant;
import java.util.List;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.audit.FieldValues;
import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.Moments;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.Timeless;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.audit.StateComparison;
import org.fractalgoals.domain.entity.Entity;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.EventHistory;
import org.fractalgoals.domain.event.Past;
import org.fractalgoals.domain.event.Until;
import org.fractalgoals.projections.asof.TimeTravel;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What has changed in a fractal, which may be deleted, between two moments. */
@Timeless
@RestController
class DiffController {

  private static final int BATCH = 1000;

  private final EventHistory history;
  private final PathIds paths;
  private final Moments moments;
  private final FieldValues values;

  DiffController(Application application, PathIds paths, Moments moments, WallClockText clock) {
    this.history = application.store().history();
    this.paths = paths;
    this.moments = moments;
    this.values = new FieldValues(clock);
  }

  /**
   * @param from a time, or the end of a day
   * @param to likewise, not before; null for now
   */
  @GetMapping("/api/{rootId}/diff")
  List<ThingDifference> between(@PathVariable String rootId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    if (paths.find(EntityRef.goal(rootId)).filter(Entity::isRoot)
        .filter(root -> !root.placeholder()).isEmpty()) {
      throw PathIds.noFractal(rootId);
    }
    if (from == null) {
      throw HttpProblem.badRequest("\"from\" is needed: the moment to compare with.");
    }
    var earlier = moments.read("from", from);
    return compared(history.upTo(rootId, until(to, earlier)), earlier).changes().stream()
        .map(change -> ThingDifference.of(change, values)).toList();
  }

  private Until until(@Nullable String to, Instant earlier) {
    if (to == null) {
      return new Until.Position(Long.MAX_VALUE);
    }
    var later = moments.read("to", to);
    if (later.isBefore(earlier)) {
      throw HttpProblem.badRequest("\"to\" must not lie before \"from\".");
    }
    return new Until.Moment(later);
  }

  private StateComparison compared(Past past, Instant earlier) {
    if (past.events() > TimeTravel.MOST_EVENTS) {
      throw HttpProblem.badRequest(
          "The fractal has %d events up to then, and at most %d can be compared; name an earlier \"to\"."
              .formatted(past.events(), TimeTravel.MOST_EVENTS));
    }
    var comparison = new StateComparison(earlier);
    var events = history.reader(past);
    var point = events.headAt(0)
        .orElseThrow(() -> new IllegalStateException("a store without a beginning"));
    while (point.position() < past.position()) {
      var batch = events.readAfter(point, BATCH);
      batch.events().forEach(comparison::tell);
      point = batch.last();
    }
    return comparison;
  }
}
