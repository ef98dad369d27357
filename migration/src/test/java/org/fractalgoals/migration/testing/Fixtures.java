package org.fractalgoals.migration.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.stream.Stream;

/** Real legacy files, anonymised. They are no part of the project. */
public final class Fixtures {

  private Fixtures() {}

  /** One of them; a test that asks for it is skipped where they are not at hand. */
  public static Path file(String name) {
    var folder = Stream
        .of(System.getProperty("fractal.legacy.fixtures"),
            System.getenv("FRACTAL_LEGACY_FIXTURES"))
        .filter(text -> text != null && !text.isBlank()).findFirst();
    assumeTrue(folder.isPresent(),
        "no legacy fixtures: set -Dfractal.legacy.fixtures or FRACTAL_LEGACY_FIXTURES to their folder");
    return Path.of(folder.orElseThrow()).resolve(name);
  }
}
