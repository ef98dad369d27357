package org.fractalgoals.api.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a store is used for, and what that means where nothing else is said. */
enum Environment {

  /** For those who work on the program. */
  DEVELOPMENT("data", 8001, "http://localhost:5173"),
  /** For rehearsals. */
  TESTING("data-testing", 8002, "http://localhost:5173"),
  /** For what counts. */
  PRODUCTION("data-production", 8003, "");

  private final String directory;
  private final int port;
  private final String origin;

  Environment(String directory, int port, String origin) {
    this.directory = directory;
    this.port = port;
    this.origin = origin;
  }

  /** The one of this name, in lower case; empty if there is none. */
  static Optional<Environment> ofCode(String code) {
    return Arrays.stream(values()).filter(known -> known.code().equals(code)).findFirst();
  }

  /** Its name as it stands in a store. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The data directory, in the current one. */
  Path directory() {
    return Path.of(directory);
  }

  /** Where the server listens. */
  int port() {
    return port;
  }

  /** Which other web pages may call the API. */
  List<String> origins() {
    return origin.isEmpty() ? List.of() : List.of(origin);
  }
}
