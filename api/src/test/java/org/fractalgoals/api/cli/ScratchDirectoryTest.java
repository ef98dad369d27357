package org.fractalgoals.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDirectoryTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void it_goes_with_what_is_in_it() {
    Path made;
    try (var scratch = ScratchDirectory.withRoom("fractal-test", 1, directory.resolve("data"))) {
      made = write(scratch.path().resolve("file"));
      assertThat(made).exists();
    }

    assertThat(made.getParent()).doesNotExist();
  }

  private static Path write(Path file) {
    try {
      return Files.writeString(file, "text");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void where_there_is_too_little_room_nothing_is_left() {
    assertThatThrownBy(() -> ScratchDirectory.withRoom("fractal-test", Long.MAX_VALUE,
        directory.resolve("data"))).isInstanceOf(CommandFailed.class)
        .hasMessageContaining("too little room").hasMessageContaining(directory.toString());

    assertThat(directory).isEmptyDirectory();
  }
}
