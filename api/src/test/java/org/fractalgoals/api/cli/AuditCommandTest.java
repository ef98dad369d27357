package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.fractalgoals.api.Application;
import org.fractalgoals.api.MovableClock;
import org.fractalgoals.api.Settings;
import org.fractalgoals.api.cli.Shell.Outcome;
import org.fractalgoals.domain.entity.EntityRef;
import org.fractalgoals.domain.event.Origin;
import org.fractalgoals.domain.event.Source;
import org.fractalgoals.domain.trash.Delete;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The audit, on the command line. */
class AuditCommandTest {

  @TempDir private Path directory = Path.of("");

  private final MovableClock clock = new MovableClock(Instant.parse("2030-05-06T07:08:00Z"));
  private Path data = Path.of("");

  @BeforeEach
  void given_an_imported_file_in_which_a_goal_was_deleted_since() throws Exception {
    data = directory.resolve("data");
    var legacy = LegacyDatabase.in(directory).toString();
    assertThat(new Shell().run("migrate", legacy, "--data", data.toString()).code()).isZero();
    try (var application = Application.open(new Settings(data, "development", null, clock))) {
      assertThat(application.readModel().await(application.store().head().position(),
          Duration.ofSeconds(30))).isTrue();
      application.commands().send(new Delete(EntityRef.goal("g-1"), "g-0"),
          new Origin("ann", Source.API, "the-deletion"));
    }
  }

  private Outcome audit(String... more) {
    return new Shell().run(Stream.concat(Stream.of("audit", "--data", data.toString()),
        Stream.of(more)).toArray(String[]::new));
  }

  private List<String> lines(String... more) {
    var outcome = audit(more);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out().lines().toList();
  }

  @Test
  void the_latest_comes_first_with_who_did_what_to_what() {
    var lines = lines("--limit", "2");

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("position").contains("happened at", "who", "what");
    assertThat(lines.get(1)).matches(
        "\\d+ +2030-05-06 03:08:00  ann \\(api\\) +goal/g-2 +Keel +Deleted along with goal \"Boat\"");
    assertThat(lines.get(2)).contains("goal/g-1").endsWith("Deleted");
  }

  @Test
  void filters_narrow_it_down() {
    assertThat(lines("--action", "the-deletion")).hasSize(3);
    assertThat(lines("--actor", "ann", "--entity", "g-1")).hasSize(2);
    assertThat(lines("--source", "migration", "--type", "goal.created")).hasSize(4);
    assertThat(lines("--from", "2030-05-06", "--root", "g-0")).hasSize(3);
    assertThat(lines("--to", "2029-12-31", "--by-recorded", "--source", "api"))
        .containsExactly("There is no such event.");
    assertThat(lines("--root", "g-0", "--text", "KEEL", "--kind", "goal")).hasSize(2);
  }

  @Test
  void programs_get_a_line_of_json_or_csv_for_each_event() {
    var json = lines("--format", "json", "--limit", "0");
    var csv = lines("--format", "csv", "--action", "the-deletion");

    assertThat(json).hasSizeGreaterThan(5).allSatisfy(
        line -> assertThat(new JsonMapper().readTree(line).at("/event_id").stringValue())
            .isNotBlank());
    assertThat(csv).hasSize(3);
    assertThat(csv.getFirst()).startsWith("position,effective_at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--type=goal.painted", "--from=yesterday", "--source=pigeon",
      "--text=keel", "--limit=-1", "--kind=boat", "--format=xml"})
  void what_cannot_be_read_is_wrong_usage(String option) {
    var outcome = audit(option);

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void what_never_was_there_is_said_in_a_sentence() {
    var outcome = audit("--entity", "nothing");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("There never was anything \"nothing\".");
  }
}
