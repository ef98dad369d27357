package org.fractalgoals.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked, in whatever order: what is carried out can be projected, and projected again. */
class GeneratedCommandsTest {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
  private static final int COMMANDS = 250;

  @TempDir private Path directory = Path.of("");

  private final Coverage coverage = new Coverage();

  @Test
  void whatever_is_asked_the_read_model_follows_and_is_the_same_when_it_is_made_anew()
      throws Exception {
    int refused = 0;
    for (var seed : SEEDS) {
      refused += follow(seed);
    }

    assertThat(coverage.carriedOut()).containsExactlyInAnyOrderElementsOf(Coverage.everything());
    assertThat(refused).isPositive();
  }

  private int follow(long seed) throws Exception {
    var home = Files.createDirectory(directory.resolve("seed-" + seed));
    try (var practice = new GeneratedPractice(home, seed, coverage)) {
      int refused = practice.ask(COMMANDS);

      assertThat(practice.disputed()).as("seed %d", seed).isEmpty();
      assertThat(practice.rebuiltRows(directory.resolve("rebuilt-" + seed))).as("seed %d", seed)
          .isEqualTo(practice.rows());
      return refused;
    }
  }
}
