package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.domain.audit.Span.ALWAYS;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;

import org.fractalgoals.domain.audit.AuditFilter;
import org.fractalgoals.domain.audit.AuditedEvent;
import org.fractalgoals.domain.audit.Differences;
import org.fractalgoals.domain.audit.Span;
import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.Imported;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.goal.GoalEvent.GoalDescribed;
import org.fractalgoals.domain.goal.GoalEvent.GoalRenamed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the history answers, held against a look at each event. */
class AuditTrailTest {

  private static final int EVENTS = 6_000;
  private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(400));

  @TempDir Path directory;

  private final SettableClock clock = new SettableClock(NOON);
  private SqliteEventStore store;

  @BeforeEach
  void open() {
    store = SqliteEventStore.open(directory,
        new StoreOptions(ZoneId.of("UTC"), "testing", clock));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static GoalCreated fractal(String id) {
    return new GoalCreated(id, id, null, "UltimateGoal", id, "", null, null, 0,
        LocalDate.of(2026, 3, 4), NOON);
  }

  /** Three fractals, one of them imported, with business times of another year; two actors. */
  private void fill() {
    store.append(event("a", fractal("a"), "ann", null));
    store.append(event("b", fractal("b"), "ann", null));
    store.append(event("c", fractal("c"), "ann", LONG_AGO));
    var batch = new ArrayList<NewEvent>();
    for (int number = 3; number < EVENTS; number++) {
      var root = List.of("a", "b", "c").get(number % 3);
      var actor = number % 100 == 0 ? "bob" : "ann";
      var happened = number % 3 == 2 ? LONG_AGO.plus(Duration.ofDays(number / 120)) : null;
      batch.addAll(event(root, number % 7 == 0
          ? new GoalDescribed(root, "What " + number, clock.instant())
          : new GoalRenamed(root, "Name " + number, clock.instant()), actor, happened));
      if (batch.size() == 500) {
        store.append(List.copyOf(batch));
        batch.clear();
        clock.set(clock.instant().plus(Duration.ofHours(1)));
      }
    }
    store.append(batch);
  }

  private List<NewEvent> event(String root, DomainEvent event,
      String actor, @Nullable Instant happened) {
    var origin = new Origin(actor, happened == null ? Source.API : Source.MIGRATION,
        "action-" + actor);
    var imported = happened == null ? null : new Imported("import", happened, List.of(), null);
    return List.of(new NewEvent(store.ids().next(), NewEvent.NEXT, event,
        new Envelope(root, origin, null, imported)));
  }

  record Case(String name, AuditFilter filter, Predicate<AuditedEvent> holds) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Case> cases() {
    var evening = NOON.plus(Duration.ofHours(5));
    var lastYear = NOON.minus(Duration.ofDays(300));
    return List.of(new Case("all", AuditFilter.ALL, event -> true),
        new Case("a fractal", AuditFilter.ALL.in("b"), event -> event.rootId().equals("b")),
        new Case("a stream", filter("goal/c", Set.of(), null, null, ALWAYS, ALWAYS),
            event -> event.stream().equals("goal/c")),
        new Case("types", filter(null, Set.of("goal.created", "goal.described"), null, null,
            ALWAYS, ALWAYS), event -> !event.type().equals("goal.renamed")),
        new Case("a rare actor", filter(null, Set.of(), "bob", null, ALWAYS, ALWAYS),
            event -> event.actor().equals("bob")),
        new Case("imported", filter(null, Set.of(), null, Source.MIGRATION, ALWAYS, ALWAYS),
            event -> event.importId() != null),
        new Case("not imported", filter(null, Set.of(), null, Source.API, ALWAYS, ALWAYS),
            event -> event.importId() == null),
        new Case("happened last year",
            filter(null, Set.of(), null, null, new Span(null, lastYear), ALWAYS),
            event -> event.effectiveAt().isBefore(lastYear)),
        new Case("happened on a day",
            filter(null, Set.of(), null, null,
                new Span(NOON.minus(Duration.ofDays(399)), NOON.minus(Duration.ofDays(398))),
                ALWAYS),
            event -> new Span(NOON.minus(Duration.ofDays(399)), NOON.minus(Duration.ofDays(398)))
                .contains(event.effectiveAt())),
        new Case("recorded since the evening",
            filter(null, Set.of(), null, null, ALWAYS, new Span(evening, null)),
            event -> !event.recordedAt().isBefore(evening)),
        new Case("recorded before, by somebody",
            filter(null, Set.of(), "bob", Source.API, ALWAYS, new Span(NOON, evening)),
            event -> event.recordedAt().isBefore(evening) && event.actor().equals("bob")
                && event.source() == Source.API),
        new Case("with a text", new AuditFilter("a", null, null, Set.of(), null, null, null,
            ALWAYS, ALWAYS, "NAME 12"),
            event -> event.rootId().equals("a")
                && event.payload() instanceof GoalRenamed renamed
                && renamed.name().contains("Name 12")));
  }

  private static AuditFilter filter(@Nullable String stream, Set<String> types,
      @Nullable String actor, @Nullable Source source, Span effective, Span recorded) {
    return new AuditFilter(null, stream, null, types, actor, source, null, effective, recorded,
        null);
  }

  private List<AuditedEvent> pages(AuditFilter filter, int limit) {
    var found = new ArrayList<AuditedEvent>();
    @Nullable Long before = Long.MAX_VALUE;
    while (before != null) {
      var page = store.audit().page(filter, before, limit);
      assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
      found.addAll(page.events());
      before = page.next();
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_filter_finds_exactly_what_it_says_the_latest_first(Case asked) {
    fill();
    var expected = pages(AuditFilter.ALL, 1000).stream().filter(asked.holds()).toList();

    var found = pages(asked.filter(), 70);

    assertThat(expected).isNotEmpty();
    assertThat(found).isEqualTo(expected);
    assertThat(store.audit().counts(asked.filter()).total()).isEqualTo(expected.size());
  }

  @Test
  void all_of_it_is_all_of_it() {
    fill();

    assertThat(pages(AuditFilter.ALL, 333)).extracting(AuditedEvent::position)
        .containsExactlyElementsOf(LongStream.iterate(EVENTS, position -> position > 0,
            position -> position - 1).boxed().toList());
  }

  @Test
  void counts_agree_with_each_other_however_they_are_made() {
    fill();

    var all = store.audit().counts(AuditFilter.ALL);
    var again = store.audit().counts(filter(null, Set.of(), null, null,
        new Span(Instant.EPOCH, null), ALWAYS));

    assertThat(all.total()).isEqualTo(EVENTS);
    assertThat(again).isEqualTo(all);
    assertThat(all.byActor()).containsOnlyKeys("ann", "bob");
    assertThat(all.byDay().firstKey()).isEqualTo(LocalDate.of(2025, 1, 28));
  }

  @Test
  void a_difference_is_to_the_last_value_before_however_long_ago_that_was() {
    store.append(event("a", fractal("a"), "ann", null));
    store.append(event("a", new GoalDescribed("a", "Long ago", NOON), "ann", null));
    for (int number = 0; number < 50; number++) {
      store.append(event("a", new GoalRenamed("a", "Name " + number, NOON), "ann", null));
    }
    store.append(event("a", new GoalDescribed("a", "Now", NOON), "ann", null));
    var last = store.audit().page(AuditFilter.ALL, Long.MAX_VALUE, 1).events().getFirst();

    var changes = new Differences(store.audit()).of(last);

    assertThat(changes).hasSize(1);
    assertThat(changes.getFirst().before()).isEqualTo("Long ago");
    assertThat(changes.getFirst().after()).isEqualTo("Now");
  }
}
