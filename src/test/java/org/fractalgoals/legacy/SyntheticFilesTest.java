package org.fractalgoals.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Made files of every stage and with everything odd in them go in and come out again. */
class SyntheticFilesTest {

  @TempDir Path folder;

  static List<LegacyCase> cases() {
    return Stream.of(StageCases.all(), AnomalyCases.all(), OddValueCases.all(),
        OddShapeCases.all()).flatMap(List::stream).toList();
  }

  private JsonNode goesInAndComesOut(Path file, @Nullable Shown shown) throws Exception {
    var directory = new DataDirectory(folder);

    var report = directory.migrate(file);

    var served = directory.shown();
    if (shown != null) {
      assertThat(served).isEqualTo(shown);
    }
    directory.requireTheSameFileBack(report.get("importId").asString(), file);
    directory.exportLegacy();
    directory.migrateAgain(file);
    return report;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16le", "UTF-16be"})
  void so_is_a_file_whose_texts_are_not_utf_8(String encoding) throws Exception {
    var file = folder.resolve("legacy.db");
    try (var legacy = SyntheticLegacy.at(16, file, encoding)) {
      legacy.fractal().goal("g", "root", "name", "Übung – 練習 🎻");
    }
    goesInAndComesOut(file, new Shown(1, 3, 0, 0, 0));
  }

  @Test
  void a_file_without_a_byte_becomes_no_event() throws Exception {
    var directory = new DataDirectory(folder);
    var file = Files.createFile(folder.resolve("empty.db"));

    var ended = directory.run("migrate", file.toString());

    assertThat(ended.exitCode()).as(ended.errors()).isZero();
    assertThat(ended.output()).contains("empty");
    assertThat(directory.head()).startsWith("0 ");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void it_is_migrated_shown_and_comes_back_as_it_was(LegacyCase legacy) throws Exception {
    var report = goesInAndComesOut(legacy.write(folder), legacy.shown());
    assertThat(report.at("/file/stage").asString()).isEqualTo("S%02d".formatted(legacy.stage()));
  }
}
