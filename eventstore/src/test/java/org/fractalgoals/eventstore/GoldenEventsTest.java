package org.fractalgoals.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.DomainEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each event has one file that shows what is stored of it. A change of such a file is a change of the store's format: the
 * event needs a new revision and an upcaster, and the old file stays as a test.
 */
class GoldenEventsTest {

  /** An event of each type. */
  private static List<DomainEvent> full() {
    return Stream.of(GoldenEvents.goals(), GoldenEvents.sessions(), GoldenEvents.instances(),
        GoldenEvents.activities(), GoldenEvents.groups(), GoldenEvents.templates(),
        GoldenEvents.notes(), GoldenEvents.programs(), GoldenEvents.missing(),
        GoldenEvents.imports(), GoldenEvents.purges(), GoldenEvents.acts(),
        GoldenEvents.keys())
        .<DomainEvent>flatMap(List::stream).toList();
  }

  static Stream<Arguments> events() {
    return Stream.concat(full().stream().map(event -> Arguments.of(nameOf(event), event)),
        GoldenEvents.bare().stream()
            .map(event -> Arguments.of(nameOf(event) + ".bare", event)));
  }

  private static String stored(String file) throws IOException {
    try (var golden = GoldenEventsTest.class.getResourceAsStream("golden/" + file + ".json")) {
      assertThat(golden).as("a golden file " + file).isNotNull();
      return new String(golden.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static String nameOf(DomainEvent event) {
    var name = Codecs.current().nameOf(event);
    return name.value() + "." + name.revision();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void an_event_is_stored_as_its_golden_file_shows(String file, DomainEvent event)
      throws IOException {
    assertThat(Codecs.current().encode(event)).isEqualTo(stored(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void what_its_golden_file_shows_is_read_as_the_event(String file, DomainEvent event)
      throws IOException {
    var name = Codecs.current().nameOf(event);

    assertThat(Codecs.current().decode(1, name.value(), name.revision(), stored(file)))
        .isEqualTo(event);
  }

  @Test
  void every_event_of_the_product_has_a_golden_file() {
    var covered = full().stream().map(Codecs.current()::nameOf)
        .map(name -> name.value() + ":" + name.revision());

    assertThat(Codecs.types()).containsExactlyInAnyOrderElementsOf(covered.toList());
  }
}
