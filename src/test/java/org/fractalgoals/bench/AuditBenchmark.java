package org.fractalgoals.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.fractalgoals.api.audit.AuditViews;
import org.fractalgoals.api.http.WallClockText;
import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditTrail;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Span;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.eventstore.StoreView;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the first page of the history with each filter, differences and sentences included, then for all of it. The
 * property {@code events} says how many there are.
 */
final class AuditBenchmark implements Benchmark {

  private static final int PAGE = 50;
  private static final int ROUNDS = 15;

  @Override
  public Map<String, Object> run(Path directory) throws Exception {
    long events = Long.getLong("events", 1_000_000);
    EventGenerator.write(directory, events, 3);
    var figures = new LinkedHashMap<String, Object>();
    figures.put("events", events);
    try (var store = StoreView.open(directory, null)) {
      var trail = store.audit();
      var clock = new WallClockText(store.info().zone());
      var some = trail.page(AuditFilter.ALL, events / 2, 1).events().getFirst();
      filters(some).forEach((name, filter) -> figures.put(name + "Ms", median(() -> new AuditViews(
          trail, clock, thing -> Optional.empty()).of(
              trail.page(filter, Long.MAX_VALUE, PAGE).events()))));
      figures.put("countAllMs", median(() -> trail.counts(AuditFilter.ALL)));
      figures.put("countFractalMs", median(() -> trail.counts(AuditFilter.ALL.in(some.rootId()))));
      figures.put("exportedPerSecond", exported(trail, clock));
    }
    return figures;
  }

  private static Map<String, AuditFilter> filters(AuditedEvent some) {
    var day = some.effectiveAt().truncatedTo(ChronoUnit.DAYS);
    var span = new Span(day, day.plus(1, ChronoUnit.DAYS));
    var filters = new LinkedHashMap<String, AuditFilter>();
    filters.put("all", AuditFilter.ALL);
    filters.put("fractal", AuditFilter.ALL.in(some.rootId()));
    filters.put("thing",
        filter(some.stream(), Set.of(), null, null, null, Span.ALWAYS, Span.ALWAYS));
    filters.put("kind", filter(null, Set.of("goal.created", "goal.renamed", "goal.described",
        "goal.completed", "goal.deleted", "goal.restored"), null, null, null, Span.ALWAYS,
        Span.ALWAYS));
    filters.put("type", filter(null, Set.of("program.renamed"), null, null, null, Span.ALWAYS,
        Span.ALWAYS));
    filters.put("actor", filter(null, Set.of(), some.actor(), null, null, Span.ALWAYS,
        Span.ALWAYS));
    filters.put("source", filter(null, Set.of(), null, Source.API, null, Span.ALWAYS,
        Span.ALWAYS));
    filters.put("action", filter(null, Set.of(), null, null, some.actionId(), Span.ALWAYS,
        Span.ALWAYS));
    filters.put("happened", filter(null, Set.of(), null, null, null, span, Span.ALWAYS));
    filters.put("recorded", filter(null, Set.of(), null, null, null, Span.ALWAYS, span));
    filters.put("happenedAtAll", filter(null, Set.of(), null, null, null,
        new Span(Instant.EPOCH, null), Span.ALWAYS));
    filters.put("text", new AuditFilter(some.rootId(), null, null, Set.of(), null, null, null,
        Span.ALWAYS, Span.ALWAYS, "nowhere to be found"));
    return filters;
  }

  private static AuditFilter filter(@Nullable String stream, Set<String> types,
      @Nullable String actor, @Nullable Source source, @Nullable String action, Span effective,
      Span recorded) {
    return new AuditFilter(null, stream, null, types, actor, source, action, effective, recorded,
        null);
  }

  private static double median(Runnable question) {
    var millis = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      question.run();
      millis[round] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[ROUNDS / 2];
  }

  private static long exported(AuditTrail trail, WallClockText clock) {
    long start = System.nanoTime();
    var views = new AuditViews(trail, clock, thing -> Optional.empty());
    trail.forEach(AuditFilter.ALL, Long.MAX_VALUE, views::of);
    double seconds = (System.nanoTime() - start) / 1e9;
    return Math.round(trail.counts(AuditFilter.ALL).total() / seconds);
  }
}
