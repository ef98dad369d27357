package org.fractalgoals.migration.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;

import org.fractalgoals.domain.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

  @TempDir Path directory;

  private Path source = Path.of("");
  private String sha256 = "";
  private Path backup = Path.of("");

  @BeforeEach
  void a_file_was_copied() throws IOException {
    source = Files.writeString(directory.resolve("goals.db"), "the file");
    try (var copy = SourceCopy.of(source, directory,
        new WallClock(Clock.systemUTC(), ZoneOffset.UTC))) {
      sha256 = copy.sha256();
      backup = copy.backup();
    }
  }

  private long length() throws IOException {
    return Files.size(source);
  }

  @Test
  void it_is_found_under_any_name_and_copied_once_more() throws IOException {
    Files.move(backup, backup.resolveSibling("renamed"));

    Backup.find(directory, sha256, length()).orElseThrow().copyTo(directory.resolve("again.db"));

    assertThat(directory.resolve("again.db")).hasSameBinaryContentAs(source);
  }

  @Test
  void one_that_was_altered_or_is_gone_is_not_found() throws IOException {
    Files.writeString(backup, "the life");
    assertThat(Backup.find(directory, sha256, length())).isEmpty();

    Files.delete(backup);
    assertThat(Backup.find(directory, sha256, length())).isEmpty();
    assertThat(Backup.find(directory.resolve("other"), sha256, length())).isEmpty();
  }
}
