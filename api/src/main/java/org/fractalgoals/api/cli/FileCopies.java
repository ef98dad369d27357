package org.fractalgoals.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for texts in the files of a data directory that a purge does not reach, such as backups and reports, as bytes. A
 * text that SQLite has cut in two is not found.
 *
 * @param directory the data directory
 */
record FileCopies(Path directory) {

  /** The files that a purge does reach, and those that have no texts. */
  private static final Pattern REACHED = Pattern
      .compile(
          "events\\.db(-.*|\\.importing.*|\\.restoring.*)?|(read-model-|admin\\.token).*|lock|erasing");

  private static final int STEP = 1 << 20;

  /** The files that have one of the texts, by their names in the data directory. */
  List<String> of(List<String> texts) {
    var needles = texts.stream().map(FileCopies::asBytes).toList();
    var found = new ArrayList<String>();
    try (var files = Files.walk(directory)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var name = directory.relativize(file).toString();
        if (!REACHED.matcher(name).matches() && has(file, needles)) {
          found.add(name);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new CommandFailed("The files in %s cannot be read: %s.".formatted(directory, e));
    }
    return found;
  }

  /** One character for each byte: texts can be looked for then, whatever they are. */
  private static String asBytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static boolean has(Path file, List<String> needles) throws IOException {
    int longest = needles.stream().mapToInt(String::length).max().orElse(0);
    try (InputStream in = Files.newInputStream(file)) {
      var rest = "";
      var step = in.readNBytes(STEP);
      while (step.length > 0) {
        var here = rest + new String(step, StandardCharsets.ISO_8859_1);
        if (needles.stream().anyMatch(here::contains)) {
          return true;
        }
        rest = here.substring(Math.max(0, here.length() - longest));
        step = in.readNBytes(STEP);
      }
    }
    return false;
  }
}
