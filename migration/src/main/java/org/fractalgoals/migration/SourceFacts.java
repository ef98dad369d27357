package org.fractalgoals.migration;

import java.nio.file.Path;
import java.util.Objects;

import org.fractalgoals.migration.legacy.LegacyFile;
import org.fractalgoals.migration.legacy.Stage;

/**
 * Which file was read.
 *
 * @param source where it lies
 * @param backup the copy of it that stays
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param bytes length of the file
 * @param stage of its schema
 */
public record SourceFacts(Path source, Path backup, String sha256, long bytes, Stage stage) {

  static SourceFacts of(LegacyFile file) {
    var copy = file.copy();
    return new SourceFacts(copy.source(), copy.backup(), copy.sha256(), copy.bytes(),
        file.stage());
  }

  /** Name of the file, without its folder. */
  public String name() {
    return Objects.toString(source.getFileName());
  }
}
