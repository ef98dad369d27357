package org.fractalgoals.api.metric;

import java.util.List;

import org.fractalgoals.api.http.HttpProblem;
import org.fractalgoals.api.http.PageParameters;
import org.fractalgoals.api.http.PathIds;
import org.fractalgoals.api.http.TimeParameters;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.api.readiness.Queries;
import org.fractalgoals.projections.session.MeasuredValue;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of a metric: what was measured, by split and session, the newest first, page by page. */
@RestController
class MetricController {

  private final Queries queries;
  private final PathIds paths;
  private final TimeParameters parameters;

  MetricController(Queries queries, PathIds paths, TimeParameters parameters) {
    this.queries = queries;
    this.paths = paths;
    this.parameters = parameters;
  }

  /**
   * A page of the history.
   *
   * @param next what to send as {@code after} for the next page; null on the last one
   */
  record Page(String metricId, List<Value> values, @Nullable String next) {}

  /**
   * A value of the metric.
   *
   * @param splitId null for the whole instance
   * @param createdAt when its instance was created, UTC in whole seconds
   */
  record Value(String id, double value, @Nullable String splitId, @Nullable String splitName,
      String sessionId, String sessionName, String instanceId, String createdAt) {

    static Value of(MeasuredValue measured) {
      return new Value(measured.id(), measured.value(), measured.splitId(), measured.splitName(),
          measured.sessionId(), measured.sessionName(), measured.instanceId(),
          WallClockText.inUtc(measured.createdAt()));
    }
  }

  /**
   * @param from a time, or a day in the zone of the store: instances created then or later
   * @param to a time, up to which, or a day, up to whose end, instances were created
   * @param after the {@code next} of the page before
   * @param limit how many values at most
   */
  @GetMapping("/api/{rootId}/metrics/{metricId}/values")
  Page values(@PathVariable String rootId, @PathVariable String metricId,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable String limit) {
    paths.requireFractal(rootId);
    var wanted = PageParameters.of(limit, after);
    var begin = parameters.from("from", from);
    var end = parameters.to("to", to);
    if (!queries.metrics().isKnown(rootId, metricId)) {
      throw HttpProblem.notFound("There is no metric \"%s\" in this fractal.".formatted(metricId));
    }
    var page = wanted.read(
        (cursor, most) -> queries.metrics().values(rootId, metricId, begin, end, cursor, most),
        MeasuredValue::cursor);
    return new Page(metricId, page.items().stream().map(Value::of).toList(), page.next());
  }
}
