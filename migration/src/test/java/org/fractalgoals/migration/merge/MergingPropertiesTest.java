package org.fractalgoals.migration.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fractalgoals.migration.merge.Units.SESSION;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.fractalgoals.domain.fact.Fact;
import org.fractalgoals.domain.fact.Facts;
import org.fractalgoals.domain.fact.FieldEvents;
import org.fractalgoals.domain.fact.FieldKey;
import org.fractalgoals.migration.history.LegacyEvent;
import org.fractalgoals.migration.history.LegacyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any two files that tell of the same session. */
class MergingPropertiesTest {

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private static List<FieldKey> keys(LegacyUnit unit) {
    var facts = Facts.of(events(unit));
    return events(unit).stream().flatMap(event -> FieldEvents.told(event, facts).stream())
        .map(Fact::key).distinct().toList();
  }

  private static List<DomainEvent> events(LegacyUnit unit) {
    return unit.events().stream().map(LegacyEvent::event).toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_same_again_means_nothing(long seed) {
    var file = new SessionGenerator(seed).file();
    var store = new StoreInMemory().imported(file);

    var outcome = store.merge(file);

    assertThat(outcome.events()).isEmpty();
    assertThat(outcome.conflicts()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void where_nobody_changed_anything_all_is_as_the_newer_file_says(long seed) {
    var generator = new SessionGenerator(seed);
    var older = generator.file();
    var newer = generator.file();
    var before = Facts.of(events(older));
    var store = new StoreInMemory().imported(older);

    store.imported(store.merge(newer).unit());

    var told = Facts.of(events(newer));
    var after = store.facts(SESSION);
    assertThat(keys(newer)).filteredOn(key -> !key.isUpdate() && !isGone(before, key))
        .allSatisfy(key -> assertThat(after.value(key)).isEqualTo(told.value(key)));
    assertThat(store.merge(newer).events()).isEmpty();
  }

  private static boolean isGone(Facts facts, FieldKey key) {
    return facts.isDeleted(SESSION) || facts.isDeleted(key.thing());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_a_person_changed_is_never_overwritten(long seed) {
    var generator = new SessionGenerator(seed);
    var older = generator.file();
    var store = new StoreInMemory().imported(older)
        .done(generator.deeds(older).toArray(DomainEvent[]::new));
    var base = Facts.of(events(older));
    var current = store.facts(SESSION);
    var newer = generator.file();

    var outcome = store.merge(newer);
    store.imported(outcome.unit());

    var after = store.facts(SESSION);
    assertThat(Stream.concat(keys(older).stream(), keys(newer).stream()))
        .filteredOn(key -> !base.agree(current, key))
        .allSatisfy(key -> assertThat(after.value(key)).isEqualTo(current.value(key)));
    assertThat(store.merge(newer).events()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void each_row_is_in_one_place(long seed) {
    var generator = new SessionGenerator(seed);
    var older = generator.file();
    var store = new StoreInMemory().imported(older)
        .done(generator.deeds(older).toArray(DomainEvent[]::new));
    var newer = generator.file();
    boolean isOlder = seed % 2 == 0;

    var outcome = store.merge(newer, store.merging(isOlder, seed % 3 == 0));

    assertThat(Units.rows(outcome.unit())).containsExactlyInAnyOrderElementsOf(Units.rows(newer));
  }
}
