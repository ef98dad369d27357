package org.fractalgoals.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real legacy files, anonymised, go in; the server shows their goals. They are not part of the project: the property
 * {@code fractal.legacy.fixtures} or the variable {@code FRACTAL_LEGACY_FIXTURES} says where they are.
 */
class LegacyFixturesTest {

  @TempDir Path directory;

  private static Path fixture(String name) {
    var folder = Optional.ofNullable(System.getProperty("fractal.legacy.fixtures"))
        .filter(property -> !property.isEmpty())
        .or(() -> Optional.ofNullable(System.getenv("FRACTAL_LEGACY_FIXTURES")));
    assumeTrue(folder.isPresent(),
        "no legacy fixtures: neither fractal.legacy.fixtures nor FRACTAL_LEGACY_FIXTURES is set");
    return Path.of(folder.orElseThrow()).resolve(name);
  }

  @ParameterizedTest
  @CsvSource({"stage-01.db,2,13", "stage-08.db,2,17", "stage-11.db,4,24", "stage-12.db,2,17",
      "stage-15.db,3,24", "stage-16.db,3,28"})
  void the_goals_of_a_real_file_are_served(String name, int fractals, int goals) throws Exception {
    var file = fixture(name);
    var bytes = Files.readAllBytes(file);
    var changed = Files.getLastModifiedTime(file);
    var data = directory.resolve("data");

    var migrated = Program.run("migrate", file.toString(), "--data", data.toString());
    assertThat(migrated.exitCode()).as(migrated.errors()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(changed);

    try (var server = Program.serve(data)) {
      var roots = server.get("/api/fractals");
      var shown = 0;
      for (var root : roots) {
        var id = root.get("id").asString();
        var tree = server.get("/api/" + id + "/goals");
        assertThat(tree.findValuesAsString("root_id")).containsOnly(id);
        shown += tree.findValues("attributes").size();
      }
      assertThat(roots).hasSize(fractals);
      assertThat(shown).isEqualTo(goals);
    }
  }
}
