package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.fractalgoals.process.ServerHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files go in and come out again; the server shows what is alive in them. */
class RealFilesTest {

  @TempDir Path folder;

  /** What is shown was counted in the files by the rules of their description, without this program. */
  @ParameterizedTest
  @CsvSource({"stage-01.db, S01, 2, 13, 2, 9, 17", "stage-08.db, S08, 2, 17, 15, 50, 24",
      "stage-11.db, S11, 4, 24, 15, 43, 28", "stage-12.db, S12, 2, 17, 10, 31, 21",
      "stage-15.db, S15, 3, 24, 17, 49, 23", "stage-16.db, S16, 3, 28, 29, 76, 29"})
  void a_real_file_is_shown_and_comes_back_as_it_was(String name, String stage, int fractals,
      int goals, int sessions, int instances, int values) throws Exception {
    var file = Fixtures.file(name);
    var directory = new DataDirectory(folder);

    var report = directory.migrate(file);

    assertThat(report.at("/file/stage").asString()).isEqualTo(stage);
    assertThat(directory.shown())
        .isEqualTo(new Shown(fractals, goals, sessions, instances, values));
    directory.requireTheSameFileBack(report.get("importId").asString(), file);
    directory.migrateAgain(file);
    assertThat(new DataDirectory(folder.resolve("again")).shownAfter(directory.exportLegacy()))
        .isEqualTo(new Shown(fractals, goals, sessions, instances, values));
  }

  @ParameterizedTest
  @CsvSource({"stage-01.db, 9, 0, 2, 0, 0", "stage-08.db, 19, 6, 5, 0, 0",
      "stage-11.db, 18, 5, 6, 1, 0", "stage-12.db, 11, 0, 4, 1, 0", "stage-15.db, 23, 7, 6, 2, 0",
      "stage-16.db, 28, 7, 7, 2, 18"})
  void so_is_what_is_practised(String name, int activities, int groups, int templates,
      int programs, int notes) throws Exception {
    var directory = new DataDirectory(folder);
    directory.migrate(Fixtures.file(name));

    try (var server = ServerHere.on(directory.data())) {
      var counts = new int[5];
      for (var fractal : server.get("/api/fractals")) {
        var path = "/api/" + fractal.get("id").asString();
        counts[0] += server.get(path + "/activities").size();
        counts[1] += server.get(path + "/activity-groups").size();
        counts[2] += server.get(path + "/session-templates").size();
        counts[3] += server.get(path + "/programs").size();
        counts[4] += server.get(path + "/notes?limit=100").get("notes").size();
      }
      assertThat(counts).containsExactly(activities, groups, templates, programs, notes);
    }
  }

  @Test
  void all_of_them_in_one_directory_are_verified_to_the_last_page() throws Exception {
    var directory = new DataDirectory(folder);
    for (var name : Fixtures.NAMES) {
      directory.migrate(Fixtures.file(name));
    }

    var ended = directory.run("verify", "--deep");

    assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isZero();
    assertThat(ended.output().lines()).hasSize(7 + Fixtures.NAMES.size())
        .allSatisfy(line -> assertThat(line).containsPattern("^.{26} ok "));
  }

  static List<Arguments> pairs() {
    var pairs = new ArrayList<Arguments>();
    for (var first : Fixtures.NAMES) {
      Fixtures.NAMES.stream().filter(second -> !second.equals(first))
          .forEach(second -> pairs.add(Arguments.of(first, second)));
    }
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void a_second_file_of_the_same_owner_loses_nothing_of_the_first(String first, String second)
      throws Exception {
    var directory = new DataDirectory(folder);
    var earlier = directory.migrate(Fixtures.file(first));
    var later = directory.migrate(Fixtures.file(second));

    directory.requireTheSameFileBack(earlier.get("importId").asString(), Fixtures.file(first));
    directory.requireTheSameFileBack(later.get("importId").asString(), Fixtures.file(second));
    directory.migrateAgain(Fixtures.file(first));
    directory.migrateAgain(Fixtures.file(second));
  }
}
