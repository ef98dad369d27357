package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.fractalgoals.process.Http;
import org.fractalgoals.process.ServerHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Time travel reaches back into the time of the legacy application. */
class PastOfRealFilesTest {

  private static final List<String> LISTS = List.of("goals", "sessions", "activities",
      "activity-groups", "activity-instances", "notes?limit=1000", "programs",
      "session-templates", "trash");

  /** The first goals of all files were created on the evening of the next day. */
  private static final LocalDate BEFORE_ALL = LocalDate.of(2025, 12, 20);
  private static final LocalDate AFTER_ALL = LocalDate.of(2026, 1, 20);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"stage-01.db, 2025-12-25", "stage-08.db, 2025-12-28", "stage-11.db, 2025-12-28",
      "stage-12.db, 2025-12-30", "stage-15.db, 2025-12-31", "stage-16.db, 2025-12-31"})
  void a_real_file_shows_what_there_was_in_december_2025(String name, LocalDate day)
      throws Exception {
    var directory = new DataDirectory(folder);
    directory.migrate(Fixtures.file(name));

    try (var server = ServerHere.on(directory.data())) {
      var goals = goalsDayByDay(server);

      assertThat(goals.get(BEFORE_ALL)).isZero();
      assertThat(goals.get(day)).isBetween(1, goals.get(AFTER_ALL));
      // there was no soft deletion of goals: they only became more
      assertThat(List.copyOf(goals.values())).isSorted();
    }
  }

  /** What a later file tells of an earlier time may be at odds with what was known then. */
  @Test
  void so_do_all_of_them_in_one_directory() throws Exception {
    var directory = new DataDirectory(folder);
    for (var name : Fixtures.NAMES) {
      directory.migrate(Fixtures.file(name));
    }

    try (var server = ServerHere.on(directory.data())) {
      assertThat(goalsDayByDay(server).get(AFTER_ALL)).isPositive();
    }
  }

  /** How many goals and sessions stood in the trees on each day, of which all lists are asked for. */
  private static Map<LocalDate, Integer> goalsDayByDay(Http server) throws Exception {
    var counts = new TreeMap<LocalDate, Integer>();
    for (var day = BEFORE_ALL; !day.isAfter(AFTER_ALL); day = day.plusDays(1)) {
      var asOf = "asOf=" + day;
      var count = 0;
      for (var fractal : server.get("/api/fractals?" + asOf)) {
        var path = "/api/%s/".formatted(Http.segment(fractal.get("id").asString()));
        for (var list : LISTS) {
          server.get(with(path + list, asOf));
        }
        count += size(server.get(path + "goals?" + asOf));
      }
      counts.put(day, count);
    }
    return counts;
  }

  private static int size(JsonNode tree) {
    var size = 1;
    for (var child : tree.path("children")) {
      size += size(child);
    }
    return size;
  }

  @ParameterizedTest
  @CsvSource({"stage-01.db", "stage-08.db", "stage-11.db", "stage-12.db", "stage-15.db",
      "stage-16.db"})
  void as_of_its_last_event_a_fractal_is_what_it_is_now(String name) throws Exception {
    var directory = new DataDirectory(folder);
    directory.migrate(Fixtures.file(name));
    var head = directory.status().get("position").asLong();

    try (var server = ServerHere.on(directory.data())) {
      var paths = new ArrayList<>(
          List.of("/api/fractals", "/api/goals", "/api/practice-sessions", "/api/trash"));
      for (var fractal : server.get("/api/fractals")) {
        var id = Http.segment(fractal.get("id").asString());
        LISTS.forEach(list -> paths.add("/api/%s/%s".formatted(id, list)));
        server.get("/api/%s/diff?from=2025-12-25".formatted(id));
      }
      for (var path : paths) {
        assertThat(server.get(with(path, "asOfPosition=" + head))).as(path)
            .isEqualTo(server.get(path));
      }
    }
  }

  private static String with(String path, String parameter) {
    return path + (path.contains("?") ? "&" : "?") + parameter;
  }
}
