package org.fractalgoals.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

import org.fractalgoals.domain.event.Envelope;
import org.fractalgoals.domain.event.NewEvent;
import org.fractalgoals.domain.goal.GoalEvent.GoalCreated;
import org.fractalgoals.domain.imports.ImportEvent.TableRows;
import org.fractalgoals.migration.clock.ClockRules;
import org.fractalgoals.migration.legacy.Stage;
import org.fractalgoals.migration.testing.Fixtures;
import org.fractalgoals.migration.testing.InMemoryEvents;
import org.fractalgoals.migration.testing.MigrationRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixturesTest {

  @TempDir Path data;

  @ParameterizedTest
  @CsvSource({"stage-01.db, S01, 13, 2, 0", "stage-08.db, S08, 17, 2, 21",
      "stage-11.db, S11, 24, 4, 21", "stage-12.db, S12, 17, 2, 16", "stage-15.db, S15, 24, 3, 0",
      "stage-16.db, S16, 28, 3, 0"})
  void all_goals_are_imported_and_the_file_is_not_touched(String name, Stage stage, long goals,
      long fractals, long sessions) throws Exception {
    var file = Fixtures.file(name);
    var bytes = Files.readAllBytes(file);
    var modified = Files.getLastModifiedTime(file);
    var run = MigrationRun.of(file, data, ClockRules.USUAL_ZONE);
    assertThat(run.result().file().stage()).isEqualTo(stage);
    assertThat(run.events().creations().filter(created -> created.parent() == null))
        .hasSize((int) fractals);
    assertThat(run.result().unknownTables()).isEmpty();
    ReferencesInTime.require(run);
    assertThat(run.result().tables().stream().filter(table -> table.table().equals("goals")))
        .extracting(TableRows::read).containsExactly(goals + sessions);
    assertThat(file).hasBinaryContent(bytes);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(modified);
    requireWholeTrees(run, goals);
  }

  @Test
  void times_of_real_rows_are_read_by_the_clock_that_wrote_them() throws Exception {
    var events = MigrationRun.of(Fixtures.file("stage-16.db"), data, ClockRules.USUAL_ZONE)
        .events();
    assertThat(times(events, "b590a535-51ee-4c4f-a0f0-239be61f9668"))
        .containsExactly("GoalCreated 2025-12-24T00:18:31.529711Z");
    assertThat(times(events, "5b52588c-dea6-4315-b153-be7ebfbc1356")).containsExactly(
        "GoalCreated 2026-01-06T22:50:42.401669Z", "GoalTouched 2026-01-06T22:50:42.401695Z");
    assertThat(times(events, "e7298ec6-08dd-41b4-ae2d-f74057dbab96")).containsExactly(
        "GoalCreated 2026-01-01T22:06:09.364595Z", "GoalTouched 2026-01-01T22:06:09.366223Z");
    assertThat(times(events, "47308749-2e05-4169-a46d-82aadab16e78")).endsWith(
        "GoalCompleted 2026-01-06T22:52:37.858974Z", "GoalTouched 2026-01-06T22:52:37.859354Z");
  }

  private static Stream<String> times(InMemoryEvents events, String goalId) {
    return events.of(goalId).stream().map(NewEvent::payload)
        .map(event -> event.getClass().getSimpleName() + " " + event.at());
  }

  private static void requireWholeTrees(MigrationRun run, long goals) {
    var creations = run.events().creations().toList();
    assertThat(creations).hasSize((int) goals);
    var ids = creations.stream().map(GoalCreated::goalId).toList();
    assertThat(ids).containsAll(creations.stream().map(GoalCreated::rootId).toList());
    assertThat(creations).filteredOn(created -> created.parent() != null).allSatisfy(
        created -> assertThat(ids.subList(0, ids.indexOf(created.goalId())))
            .contains(Objects.requireNonNull(created.parent()).id()));
    assertThat(run.events().all()).extracting(NewEvent::envelope).extracting(Envelope::rootId)
        .doesNotContainNull();
  }
}
