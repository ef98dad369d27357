package org.fractalgoals.legacy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Real legacy files, anonymised. They are not part of the project: the property {@code fractal.legacy.fixtures} or the
 * variable {@code FRACTAL_LEGACY_FIXTURES} says where they are.
 */
final class Fixtures {

  static final List<String> NAMES = List.of("stage-01.db", "stage-08.db", "stage-11.db",
      "stage-12.db", "stage-15.db", "stage-16.db");

  private Fixtures() {}

  /** Where one of them lies; the test is skipped where they are not at hand. */
  static Path file(String name) {
    var folder = Optional.ofNullable(System.getProperty("fractal.legacy.fixtures"))
        .filter(property -> !property.isEmpty())
        .or(() -> Optional.ofNullable(System.getenv("FRACTAL_LEGACY_FIXTURES")));
    assumeTrue(folder.isPresent(),
        "no legacy fixtures: neither fractal.legacy.fixtures nor FRACTAL_LEGACY_FIXTURES is set");
    return Path.of(folder.orElseThrow()).resolve(name);
  }
}
