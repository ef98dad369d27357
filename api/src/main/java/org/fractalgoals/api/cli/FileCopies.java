package org.fractalgoals.api.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for texts in the backups of a data directory, as bytes. A text that SQLite has cut in two is not found.
 *
 * @param directory the data directory
 */
record FileCopies(Path directory) {

  private static final String BACKUPS = "backups";
  private static final int STEP = 1 << 20;

  /** The backups that have one of the texts, by their names in the data directory. */
  List<String> of(List<String> texts) {
    var needles = texts.stream().map(FileCopies::asBytes).toList();
    var found = new ArrayList<String>();
    var backups = directory.resolve(BACKUPS);
    if (!Files.isDirectory(backups)) {
      return found;
    }
    try (var files = Files.list(backups)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (has(file, needles)) {
          found.add(directory.relativize(file).toString());
        }
      }
    } catch (IOException e) {
      throw new CommandFailed("The backups in %s cannot be read: %s.".formatted(backups, e));
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
